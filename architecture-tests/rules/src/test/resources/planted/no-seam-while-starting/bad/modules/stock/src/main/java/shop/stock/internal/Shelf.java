package shop.stock.internal;

import java.util.List;

import shop.stock.Stock;

class Shelf {

	private final List<Integer> levels;

	Shelf(Stock stock, List<Long> items) {
		this.levels = items.stream().map((item) -> stock.level(item)).toList(); // VIOLATION its own module's, in a stream
		items.forEach((item) -> stock.level(item)); // VIOLATION through a list
	}

}

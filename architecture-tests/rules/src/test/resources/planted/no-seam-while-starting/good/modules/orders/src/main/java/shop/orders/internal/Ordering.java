package shop.orders.internal;

import java.util.function.Supplier;

import org.springframework.scheduling.annotation.Scheduled;

import shop.stock.Stock;

class Ordering {

	private final Stock stock;

	private final Supplier<Integer> level;

	Ordering(Stock stock) {
		this.stock = stock;
		this.level = () -> stock.level(1);
	}

	@Scheduled(fixedDelay = 1000)
	int later() {
		return this.level.get() + this.stock.level(2);
	}

}

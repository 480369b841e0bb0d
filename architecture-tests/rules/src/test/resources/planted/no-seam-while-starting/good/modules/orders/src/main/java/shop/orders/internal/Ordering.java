package shop.orders.internal;

import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import org.springframework.scheduling.annotation.Scheduled;

import shop.stock.Stock;

class Ordering {

	private final Stock stock;

	private final Supplier<Integer> level;

	private final Map<String, LongFunction<Integer>> levels;

	Ordering(Stock stock) {
		this.stock = stock;
		this.level = () -> stock.level(1);
		this.levels = Map.of("stock", this::levelOf);
	}

	private Integer levelOf(long item) {
		return this.stock.level(item);
	}

	@Scheduled(fixedDelay = 1000)
	int later() {
		return this.level.get() + this.stock.level(2) + this.levels.get("stock").apply(3);
	}

}

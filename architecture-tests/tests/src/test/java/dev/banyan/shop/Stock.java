package dev.banyan.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.banyan.shop.Shop.Reply;

/**
 * A product with managed stock, and many who order it at the same time.
 */
record Stock(Shop shop, long product) {

	static Stock of(Shop shop, String name, int quantity) {
		Reply created = shop.post("/wp-json/wc/v3/products", """
				{"name": "%s", "regular_price": "10", "manage_stock": true, "stock_quantity": %d}""".formatted(name,
				quantity));
		if (created.status() != 201) {
			throw new IllegalStateException("No product: " + created);
		}
		return new Stock(shop, created.body().get("id").asLong());
	}

	/** Ten products. */
	static List<Stock> several(Shop shop, int quantity) {
		return IntStream.range(0, 10).mapToObj((number) -> of(shop, "Moved " + number, quantity)).toList();
	}

	int left() {
		Reply level = this.shop.get("/api/v1/stock/" + this.product);
		return (level.status() == 200) ? level.body().get("quantity").asInt() : Integer.MIN_VALUE;
	}

	int reserved() {
		Reply level = this.shop.get("/api/v1/stock/" + this.product);
		return (level.status() == 200) ? level.body().get("reserved").asInt() : Integer.MIN_VALUE;
	}

	Reply placed(String key) {
		return this.shop.place(key, orderOfOne());
	}

	String orderOfOne() {
		return """
				{"lines": [{"item": %d, "quantity": 1}], "payment": {"gateway": "banyan_test", "token": "ok"}}"""
			.formatted(this.product);
	}

	Reply entered() {
		return this.shop.post("/wp-json/wc/v3/orders", """
				{"set_paid": true, "line_items": [{"product_id": %d, "quantity": 1}]}""".formatted(this.product));
	}

	/** How often each status was answered. */
	static Map<Integer, Integer> statuses(List<Reply> replies) {
		return replies.stream().collect(Collectors.toMap(Reply::status, (reply) -> 1, Integer::sum));
	}

	/** All at once. */
	static List<Reply> together(int count, IntFunction<Reply> call) {
		List<Future<Reply>> calls = new ArrayList<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < count; i++) {
				int number = i;
				calls.add(executor.submit(() -> call.apply(number)));
			}
		}
		return calls.stream().map(Future::resultNow).toList();
	}

}

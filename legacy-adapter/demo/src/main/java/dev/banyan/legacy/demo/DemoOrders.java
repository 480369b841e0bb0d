package dev.banyan.legacy.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders of the demo shop's customers, the same ones every time, spread over the last two
 * months.
 */
final class DemoOrders {

	private static final int ORDERS = 60;

	private static final Duration TWO_MONTHS = Duration.ofDays(60);

	/** Simple products; the first of the shop. */
	private static final int GOODS = 20;

	private static final List<String> STATUSES = List.of("completed", "completed", "completed", "processing",
			"processing", "on-hold", "pending", "cancelled", "failed");

	private static final List<String> COUPONS = List.of("five", "mugs2", "freeship");

	private final JsonMapper json = JsonMapper.builder().build();

	private final Random random = new Random(9);

	private final ShopClient client;

	DemoOrders(ShopClient client) {
		this.client = client;
	}

	/** Places them in batches; returns how many there are. */
	int place(List<Long> products, List<ObjectNode> customers) throws IOException, InterruptedException {
		ObjectNode batch = this.json.createObjectNode();
		ArrayNode orders = batch.putArray("create");
		for (int i = 0; i < ORDERS; i++) {
			orders.add(order(products, customers.get(this.random.nextInt(customers.size()))));
		}
		int placed = 0;
		for (JsonNode order : this.client.send("POST", "/orders/batch", batch).get("create")) {
			if (!order.has("error")) {
				placed++;
				date(order);
				refundSometimes(order);
			}
		}
		return placed;
	}

	private void date(JsonNode order) throws IOException, InterruptedException {
		Duration ago = Duration.ofSeconds(this.random.nextLong(TWO_MONTHS.toSeconds()));
		this.client.sendNative("PATCH", "/orders/" + order.get("id").asLong(),
				this.json.createObjectNode().put("createdAt", Instant.now().minus(ago).toString()));
	}

	private ObjectNode order(List<Long> products, ObjectNode customer) {
		ObjectNode order = this.json.createObjectNode();
		order.put("customer_id", customer.get("id").asLong());
		order.put("status", STATUSES.get(this.random.nextInt(STATUSES.size())));
		order.put("payment_method", "bacs").put("payment_method_title", "Direct bank transfer");
		order.set("billing", customer.get("billing"));
		order.set("shipping", customer.get("shipping"));
		ArrayNode lines = order.putArray("line_items");
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			lines.addObject()
				.put("product_id", products.get(this.random.nextInt(GOODS)))
				.put("quantity", 1 + this.random.nextInt(2));
		}
		order.putArray("shipping_lines")
			.addObject()
			.put("method_id", "flat_rate")
			.put("method_title", "Standard")
			.put("total", "5.90");
		if (this.random.nextInt(4) == 0) {
			order.putArray("coupon_lines").addObject().put("code", COUPONS.get(this.random.nextInt(COUPONS.size())));
		}
		return order;
	}

	private void refundSometimes(JsonNode order) throws IOException, InterruptedException {
		if (order.get("status").asString().equals("completed") && this.random.nextInt(6) == 0) {
			this.client.send("POST", "/orders/" + order.get("id").asLong() + "/refunds",
					this.json.createObjectNode()
						.put("amount", order.get("total").asString())
						.put("reason", "Did not like it")
						.put("api_refund", false));
		}
	}

}

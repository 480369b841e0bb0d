package dev.banyan.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.shop.Shop.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One resource of each kind, so that there is something to read, change and remove.
 */
final class Furnishing {

	private Furnishing() {
	}

	/** Adds them; returns the ids that exist by what a path calls the resource. */
	static Map<String, List<Long>> of(Shop shop) {
		Map<String, List<Long>> ids = new HashMap<>();
		String unique = Shop.random().substring(0, 8);
		long product = add(shop, ids, "products", """
				{"name": "Simple", "sku": "%s", "regular_price": "10", "manage_stock": true, "stock_quantity": 50}"""
			.formatted(unique));
		long attribute = add(shop, ids, "products/attributes", "{\"name\": \"Colour %s\"}".formatted(unique));
		add(shop, ids, "products/attributes/" + attribute + "/terms", "{\"name\": \"Red\"}");
		long variable = add(shop, ids, "products", """
				{"name": "Variable", "type": "variable",
				"attributes": [{"id": %d, "variation": true, "options": ["Red"]}]}""".formatted(attribute));
		add(shop, ids, "products/" + variable + "/variations", """
				{"regular_price": "7", "attributes": [{"id": %d, "option": "Red"}]}""".formatted(attribute));
		add(shop, ids, "products/categories", "{\"name\": \"Category %s\"}".formatted(unique));
		add(shop, ids, "products/tags", "{\"name\": \"Tag %s\"}".formatted(unique));
		add(shop, ids, "products/shipping_classes", "{\"name\": \"Class %s\"}".formatted(unique));
		add(shop, ids, "products/reviews",
				"""
						{"product_id": %d, "review": "Fine %s", "reviewer": "R", "reviewer_email": "r@example.com", "rating": 4}"""
					.formatted(product, unique));
		long customer = add(shop, ids, "customers",
				"{\"email\": \"%s@example.com\", \"password\": \"secret %s\"}".formatted(unique, unique));
		add(shop, ids, "coupons",
				"{\"code\": \"%s\", \"discount_type\": \"percent\", \"amount\": \"10\"}".formatted(unique));
		add(shop, ids, "taxes", "{\"country\": \"US\", \"rate\": \"5\", \"name\": \"Tax %s\"}".formatted(unique));
		long zone = add(shop, ids, "shipping/zones", "{\"name\": \"Zone %s\"}".formatted(unique));
		add(shop, ids, "shipping/zones/" + zone + "/methods", "{\"method_id\": \"flat_rate\"}");
		long order = add(shop, ids, "orders", """
				{"customer_id": %d, "set_paid": true, "line_items": [{"product_id": %d, "quantity": 2}],
				"coupon_lines": [{"code": "%s"}]}""".formatted(customer, product, unique));
		add(shop, ids, "orders/" + order + "/notes", "{\"note\": \"Noted\"}");
		add(shop, ids, "orders/" + order + "/refunds", "{\"amount\": \"1\", \"api_refund\": false}");
		return ids;
	}

	private static long add(Shop shop, Map<String, List<Long>> ids, String path, String body) {
		Reply reply = shop.post("/wp-json/wc/v3/" + path, body);
		assertThat(reply.status()).as("%s: %s", path, reply.body()).isIn(200, 201);
		long id = (reply.body().has("instance_id") ? reply.body().get("instance_id") : reply.body().get("id")).asLong();
		ids.computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), (name) -> new ArrayList<>()).add(id);
		return id;
	}

}

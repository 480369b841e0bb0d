package dev.banyan.legacy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills an empty shop through its public API with what is in {@code shop.json}, where
 * products name their categories, tags and parts instead of giving ids, and with orders
 * drawn from it.
 */
public final class DemoShop {

	private final JsonMapper json = JsonMapper.builder().build();

	private final ShopClient client;

	private final Map<String, Long> categories = new HashMap<>();

	private final Map<String, Long> tags = new HashMap<>();

	private final Map<String, Long> products = new LinkedHashMap<>();

	private DemoShop(ShopClient client) {
		this.client = client;
	}

	/**
	 * Loads the demo shop.
	 * @param args the shop's address, a consumer key that may read and write, its secret
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length != 3) {
			throw new IllegalArgumentException("usage: DemoShop URL KEY SECRET");
		}
		new DemoShop(new ShopClient(URI.create(args[0]), args[1], args[2])).load();
	}

	private void load() throws IOException, InterruptedException {
		JsonNode existing = send("GET", "/products?per_page=1&status=any", null);
		if (!existing.isEmpty()) {
			System.out.println("The shop has products already; no demo products added.");
			return;
		}
		JsonNode data;
		try (InputStream in = Objects.requireNonNull(DemoShop.class.getResourceAsStream("shop.json"))) {
			data = this.json.readTree(in);
		}
		settle(data);
		terms("/products/categories", data.get("categories"), this.categories);
		terms("/products/tags", data.get("tags"), this.tags);
		for (JsonNode product : data.get("products")) {
			product((ObjectNode) product);
		}
		for (JsonNode review : data.get("reviews")) {
			ObjectNode body = (ObjectNode) review;
			body.put("product_id", this.products.get(body.remove("product").asString()));
			send("POST", "/products/reviews", body);
		}
		for (JsonNode coupon : data.get("coupons")) {
			nameToId(coupon.get("product_categories"), this.categories);
			send("POST", "/coupons", withIdsOnly((ObjectNode) coupon));
		}
		int orders = new DemoOrders(this.client).place(List.copyOf(this.products.values()),
				customers(data.get("customers")));
		System.out.println("Demo shop loaded: " + this.products.size() + " products, " + orders + " orders.");
	}

	private void settle(JsonNode data) throws IOException, InterruptedException {
		for (var setting : data.get("settings").properties()) {
			send("PUT", "/settings/" + setting.getKey(),
					this.json.createObjectNode().put("value", setting.getValue().asString()));
		}
		for (JsonNode rate : data.get("taxes")) {
			send("POST", "/taxes", rate);
		}
		for (JsonNode zone : data.get("zones")) {
			long id = send("POST", "/shipping/zones",
					this.json.createObjectNode().put("name", zone.get("name").asString()))
				.get("id")
				.asLong();
			send("PUT", "/shipping/zones/" + id + "/locations", zone.get("locations"));
			for (JsonNode method : zone.get("methods")) {
				send("POST", "/shipping/zones/" + id + "/methods", method);
			}
		}
	}

	/** The list of categories is one of ids. */
	private static ObjectNode withIdsOnly(ObjectNode coupon) {
		if (coupon.get("product_categories") instanceof ArrayNode categories) {
			ArrayNode ids = coupon.arrayNode();
			categories.forEach((category) -> ids.add(category.get("id").asLong()));
			coupon.set("product_categories", ids);
		}
		return coupon;
	}

	/** Their addresses, with their ids. */
	private List<ObjectNode> customers(JsonNode people) throws IOException, InterruptedException {
		List<ObjectNode> customers = new ArrayList<>();
		for (JsonNode person : people) {
			ObjectNode body = this.json.createObjectNode();
			for (String name : List.of("email", "first_name", "last_name")) {
				body.set(name, person.get(name));
			}
			body.put("password", UUID.randomUUID().toString());
			body.set("billing", person);
			body.set("shipping", ((ObjectNode) person.deepCopy()).without("email"));
			customers.add((ObjectNode) send("POST", "/customers", body));
		}
		return customers;
	}

	private void terms(String path, JsonNode names, Map<String, Long> ids) throws IOException, InterruptedException {
		for (JsonNode name : names) {
			JsonNode created = send("POST", path, this.json.createObjectNode().put("name", name.asString()));
			ids.put(name.asString(), created.get("id").asLong());
		}
	}

	private void product(ObjectNode product) throws IOException, InterruptedException {
		JsonNode variations = product.remove("variations");
		nameToId(product.get("categories"), this.categories);
		nameToId(product.get("tags"), this.tags);
		if (product.get("grouped_products") instanceof ArrayNode parts) {
			ArrayNode ids = this.json.createArrayNode();
			for (JsonNode part : parts) {
				ids.add(this.products.get(part.asString()));
			}
			product.set("grouped_products", ids);
		}
		long id = send("POST", "/products", product).get("id").asLong();
		this.products.put(product.get("sku").asString(), id);
		if (variations != null) {
			ObjectNode batch = this.json.createObjectNode();
			batch.set("create", variations);
			for (JsonNode created : send("POST", "/products/" + id + "/variations/batch", batch).get("create")) {
				if (created.has("error")) {
					throw new IOException("variation of " + id + ": " + created.get("error"));
				}
			}
		}
	}

	private static void nameToId(@Nullable JsonNode references, Map<String, Long> ids) {
		if (references == null) {
			return;
		}
		for (JsonNode reference : references) {
			ObjectNode term = (ObjectNode) reference;
			term.put("id", ids.get(term.remove("name").asString()));
		}
	}

	private JsonNode send(String method, String path, @Nullable JsonNode body)
			throws IOException, InterruptedException {
		return this.client.send(method, path, body);
	}

}

package dev.banyan.legacy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills an empty shop through its public API with the products in {@code shop.json},
 * where products name their categories, tags and parts instead of giving ids.
 */
public final class DemoShop {

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI shop;

	private final String authorization;

	private final Map<String, Long> categories = new HashMap<>();

	private final Map<String, Long> tags = new HashMap<>();

	private final Map<String, Long> products = new HashMap<>();

	private DemoShop(URI shop, String key, String secret) {
		this.shop = shop;
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Loads the demo shop.
	 * @param args the shop's address, a consumer key that may read and write, its secret
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length != 3) {
			throw new IllegalArgumentException("usage: DemoShop URL KEY SECRET");
		}
		new DemoShop(URI.create(args[0]), args[1], args[2]).load();
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
		System.out.println("Demo shop loaded: " + this.products.size() + " products.");
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
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.shop + "/wp-json/wc/v3" + path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", this.authorization)
			.header("Content-Type", "application/json")
			.method(method, (body != null) ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody())
			.build();
		HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
		if (response.statusCode() >= 300) {
			throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body()
					+ " to " + body);
		}
		return this.json.readTree(response.body());
	}

}

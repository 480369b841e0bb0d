package dev.banyan.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the index of the API declares, and requests drawn from it: mostly valid values,
 * now and then one at or beyond a bound, of another type, or nobody's parameter.
 */
final class DeclaredSurface {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern VARIABLE = Pattern.compile("\\(\\?P<(\\w+)>((?:[^()]|\\([^()]*\\))*)\\)");

	private static final List<String> TEXTS = List.of("", " ", "0", "1", "-1", "true", "null", "Ship Your Idea",
			"a,b,,c", "1,2,3", "<b>x</b>", "%", "%%25", "_", "'", "\"", "\\", "' or 1=1 --", "Ünïcödé", "😀", "漢字",
			"\u0000", "a\nb", "2026-11-21T10:00:00", "2026-13-45", "0000-00-00T00:00:00", "9999-12-31T23:59:59",
			"10.00", "1e9", "-0.005", "99999999999999999999", "NaN", ".5", "1,5", "a@example.com",
			"http://127.0.0.1:9/x.png", "pa_color", "standard", "publish", "trash", "any", "US", "US:CA",
			"x".repeat(300), "x".repeat(70_000));

	private static final List<Long> INTEGERS = List.of(0L, 1L, 2L, 3L, 10L, 11L, 12L, 20L, 100L, 101L, -1L, 2147483647L,
			2147483648L, Long.MAX_VALUE, Long.MIN_VALUE);

	private static final List<Double> NUMBERS = List.of(0.0, 1.0, 0.1, 9.99, -3.5, 1e-7, 1e15, 1e300, 123456789.123456);

	private final RandomGenerator random;

	private final List<Endpoint> endpoints = new ArrayList<>();

	/** Ids that exist, by what a path calls the resource. */
	private final Map<String, List<Long>> known;

	DeclaredSurface(JsonNode index, RandomGenerator random, Map<String, List<Long>> known) {
		this.random = random;
		this.known = known;
		index.get("routes").properties().forEach((route) -> {
			for (JsonNode endpoint : route.getValue().get("endpoints")) {
				for (JsonNode method : endpoint.get("methods")) {
					this.endpoints.add(new Endpoint(route.getKey(), method.asString(), endpoint.get("args")));
				}
			}
		});
	}

	/** One method of one route. */
	record Endpoint(String route, String method, JsonNode parameters) {
	}

	/** A request; the body is {@code null} for none. */
	record Drawn(String method, String path, String query, String contentType, String body) {

		boolean writes() {
			return !this.method.equals("GET");
		}

		@Override
		public String toString() {
			String text = this.method + " " + this.path + (this.query.isEmpty() ? "" : "?" + this.query)
					+ ((this.body != null) ? " " + this.contentType + " " + this.body : "");
			return (text.length() > 1500) ? text.substring(0, 1500) + "…" : text;
		}
	}

	List<Endpoint> endpoints() {
		return this.endpoints;
	}

	Drawn draw() {
		Endpoint endpoint = this.endpoints.get(this.random.nextInt(this.endpoints.size()));
		String path = "/wp-json" + path(endpoint.route());
		ObjectNode values = endpoint.route().endsWith("/batch") ? batch(endpoint.route())
				: values(endpoint.parameters(), endpoint.method().equals("GET") ? 0.15 : 0.3);
		if (chance(0.05)) {
			values.set(oneOf(List.of("_fields", "_method", "_envelope", "_embed", "nobodys", "id", "context",
					"per_page", "page", "offset", "force", "orderby", "meta_data")), any(1));
		}
		if (endpoint.method().equals("GET") || endpoint.method().equals("DELETE") || chance(0.05)) {
			return new Drawn(endpoint.method(), path, form(values), null, null);
		}
		if (chance(0.1)) {
			return new Drawn(endpoint.method(), path, "", "application/x-www-form-urlencoded", form(values));
		}
		return new Drawn(endpoint.method(), path, "", "application/json",
				chance(0.03) ? broken(values) : values.toString());
	}

	/** Items are what the collection's own endpoints take. */
	private ObjectNode batch(String route) {
		String collection = route.substring(0, route.lastIndexOf('/'));
		ObjectNode batch = JSON.createObjectNode();
		ArrayNode create = batch.putArray("create");
		this.endpoints.stream()
			.filter((endpoint) -> endpoint.route().equals(collection) && endpoint.method().equals("POST"))
			.findFirst()
			.ifPresent((endpoint) -> {
				for (int i = this.random.nextInt(3); i > 0; i--) {
					create.add(chance(0.1) ? any(1) : values(endpoint.parameters(), 0.3));
				}
				ObjectNode changed = values(endpoint.parameters(), 0.3);
				changed.set("id", chance(0.2) ? any(1) : JSON.getNodeFactory().numberNode(oneOf(idsOf(collection))));
				batch.putArray("update").add(changed);
			});
		if (chance(0.3)) {
			batch.putArray("delete")
				.add(chance(0.5) ? any(1) : JSON.getNodeFactory().numberNode(oneOf(idsOf(collection))));
		}
		return batch;
	}

	private List<Long> idsOf(String collection) {
		return this.known.getOrDefault(collection.substring(collection.lastIndexOf('/') + 1), List.of(1L));
	}

	private String path(String route) {
		return VARIABLE.matcher(route).replaceAll((variable) -> {
			String before = route.substring(0, variable.start());
			String resource = before.substring(before.lastIndexOf('/', before.length() - 2) + 1).replace("/", "");
			if (!variable.group(2).contains("\\d")) {
				return oneOf(List.of("general", "products", "tax", "woocommerce_currency", "bacs", "standard",
						"flat_rate", "US", "continents", "no-such", "%F0%9F%98%80", "a%2Fb"));
			}
			List<Long> ids = this.known.getOrDefault(resource, List.of());
			return (!ids.isEmpty() && chance(0.85)) ? String.valueOf(ids.get(this.random.nextInt(ids.size())))
					: oneOf(List.of("0", "1", "2", "3", "999999", "2147483648", "99999999999999999999"));
		});
	}

	private ObjectNode values(JsonNode parameters, double share) {
		ObjectNode values = JSON.createObjectNode();
		parameters.properties().forEach((parameter) -> {
			JsonNode schema = parameter.getValue();
			boolean required = schema.path("required").asBoolean(false);
			if (chance(required ? 0.9 : share) && !pathVariable(parameter.getKey())) {
				values.set(parameter.getKey(), value(schema, 0));
			}
		});
		return values;
	}

	private static boolean pathVariable(String name) {
		return name.equals("id")
				|| name.endsWith("_id") && List.of("product_id", "order_id", "zone_id", "attribute_id").contains(name);
	}

	private JsonNode value(JsonNode schema, int depth) {
		if (chance(0.06)) {
			return any(depth);
		}
		if (schema.has("enum") && chance(0.9)) {
			JsonNode values = schema.get("enum");
			return values.get(this.random.nextInt(values.size()));
		}
		return switch (type(schema)) {
			case "integer" -> JSON.getNodeFactory().numberNode(oneOf(INTEGERS));
			case "number" -> JSON.getNodeFactory().numberNode(oneOf(NUMBERS));
			case "boolean" -> JSON.getNodeFactory().booleanNode(this.random.nextBoolean());
			case "array" -> {
				ArrayNode array = JSON.createArrayNode();
				JsonNode items = schema.path("items");
				for (int i = this.random.nextInt(4); i > 0; i--) {
					array.add(items.isObject() ? value(items, depth + 1) : any(depth + 1));
				}
				yield array;
			}
			case "object" -> {
				JsonNode properties = schema.path("properties");
				yield properties.isObject() ? values(properties, 0.4) : any(depth + 1);
			}
			default -> text(schema);
		};
	}

	private static String type(JsonNode schema) {
		JsonNode type = schema.path("type");
		return type.isArray() ? type.get(0).asString() : type.asString("string");
	}

	private JsonNode text(JsonNode schema) {
		String format = schema.path("format").asString("");
		if (chance(0.7)) {
			switch (format) {
				case "date-time" -> {
					return JSON.getNodeFactory()
						.textNode("20%02d-%02d-%02dT%02d:00:00".formatted(this.random.nextInt(100),
								this.random.nextInt(1, 13), this.random.nextInt(1, 29), this.random.nextInt(24)));
				}
				case "uri" -> {
					return JSON.getNodeFactory().textNode("http://127.0.0.1:9/" + this.random.nextInt(100));
				}
				case "email" -> {
					return JSON.getNodeFactory().textNode("generated" + this.random.nextInt(1000) + "@example.com");
				}
				default -> {
					if (chance(0.3)) {
						return JSON.getNodeFactory()
							.textNode("%d.%02d".formatted(this.random.nextInt(200), this.random.nextInt(100)));
					}
				}
			}
		}
		return JSON.getNodeFactory().textNode(oneOf(TEXTS));
	}

	/** A value of any type. */
	private JsonNode any(int depth) {
		return switch (this.random.nextInt((depth > 2) ? 5 : 8)) {
			case 0 -> JSON.getNodeFactory().nullNode();
			case 1 -> JSON.getNodeFactory().booleanNode(this.random.nextBoolean());
			case 2 -> JSON.getNodeFactory().numberNode(oneOf(INTEGERS));
			case 3 -> JSON.getNodeFactory().numberNode(oneOf(NUMBERS));
			case 4 -> JSON.getNodeFactory().textNode(oneOf(TEXTS));
			case 5 -> JSON.createArrayNode();
			case 6 -> JSON.createArrayNode().add(any(depth + 1)).add(any(depth + 1));
			default -> {
				ObjectNode object = JSON.createObjectNode();
				for (String name : List.of("id", "key", "value", "name", "total")) {
					if (this.random.nextBoolean()) {
						object.set(name, any(depth + 1));
					}
				}
				yield object;
			}
		};
	}

	private String broken(ObjectNode values) {
		String text = values.toString();
		return oneOf(List.of(text.substring(0, text.length() - 1), "[" + text + "]", "\"text\"", "7", "null", "true",
				"", "{\"a\":", "\uFEFF" + text, "{\"a\":\"\u0001\"}", "[".repeat(2000), "{\"a\":1,\"a\":2}"));
	}

	/** Fields as PHP reads them: {@code a[0][b]=c}. */
	private static String form(ObjectNode values) {
		List<String> fields = new ArrayList<>();
		values.properties().forEach((value) -> flatten(encoded(value.getKey()), value.getValue(), fields));
		String form = String.join("&", fields);
		return (form.length() > 4000) ? form.substring(0, form.lastIndexOf('&', 4000) + 1) : form;
	}

	private static void flatten(String name, JsonNode value, List<String> fields) {
		if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				flatten(name + "%5B" + i + "%5D", value.get(i), fields);
			}
		}
		else if (value.isObject()) {
			value.properties()
				.forEach((entry) -> flatten(name + "%5B" + encoded(entry.getKey()) + "%5D", entry.getValue(), fields));
		}
		else {
			fields.add(name + "=" + encoded(value.isNull() ? "" : value.asString()));
		}
	}

	private static String encoded(String text) {
		return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
	}

	private boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

	private <T> T oneOf(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}

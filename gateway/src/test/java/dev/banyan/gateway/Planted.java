package dev.banyan.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.banyan.gateway.HomeServer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A set of differences, ten of each of ten kinds, planted into answers of a recorded
 * shop.
 *
 * @param kind the kind
 * @param number 0 to 9 among its kind
 * @param right what the home answers
 * @param wrong what the candidate answers
 */
record Planted(String kind, int number, Answer right, Answer wrong) {

	private static final int OF_EACH = 10;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	String path() {
		return "/wp-json/wc/v3/products/planted-" + this.kind + "-" + this.number;
	}

	/** A value somewhere in an answer. */
	private record Place(Answer answer, List<Object> steps, JsonNode value) {

		Answer with(BiConsumer<JsonNode, Object> change) {
			JsonNode root = JSON.readTree(this.answer.body());
			JsonNode parent = root;
			for (Object step : this.steps.subList(0, this.steps.size() - 1)) {
				parent = (step instanceof Integer index) ? parent.get(index) : parent.get((String) step);
			}
			change.accept(parent, this.steps.getLast());
			return new Answer(this.answer.status(), this.answer.headers(), JSON.writeValueAsString(root),
					this.answer.after());
		}

		Answer with(JsonNode other) {
			return with((parent, step) -> {
				if (parent instanceof ObjectNode object) {
					object.set((String) step, other);
				}
				else {
					((ArrayNode) parent).set((Integer) step, other);
				}
			});
		}

		String text() {
			return this.value.asString();
		}

	}

	static List<Planted> in(Answer product, Answer order, Answer list) {
		List<Place> places = new ArrayList<>();
		for (Answer answer : List.of(product, order)) {
			collect(answer, JSON.readTree(answer.body()), List.of(), places);
		}
		List<Planted> planted = new ArrayList<>();
		plant(planted, "value", among(places, (place) -> place.value().isValueNode() && !place.value().isNull()),
				(place) -> place.with(another(place.value())));
		plant(planted, "rare", among(places, (place) -> place.value().isNumber()),
				(place) -> place.with(NODES.numberNode(place.value().asLong() + 1)));
		List<Place> keys = among(places, (place) -> place.steps().getLast() instanceof String
				&& place.value().isValueNode() && !place.value().isNull());
		plant(planted, "missing", keys, (place) -> (place.steps().hashCode() % 2 == 0) ? place.with(NODES.nullNode())
				: place.with((parent, step) -> ((ObjectNode) parent).remove((String) step)));
		plant(planted, "type", among(places, (place) -> !place.value().isNull()),
				(place) -> place.with(otherType(place.value())));
		List<Place> money = among(places, (place) -> place.value().isString() && place.text().matches("\\d+\\.\\d\\d"));
		for (int i = 0; i < OF_EACH; i++) {
			Place place = money.get(i % money.size());
			String amount = place.text();
			String whole = amount.substring(0, amount.indexOf('.'));
			List<JsonNode> wrong = List.of(NODES.stringNode(amount + "0"), NODES.stringNode(amount.replace('.', ',')),
					NODES.numberNode(new java.math.BigDecimal(amount)), NODES.stringNode("$" + amount),
					NODES.stringNode(whole + "." + amount.charAt(whole.length() + 1)));
			planted.add(new Planted("money", i, place.answer(), place.with(wrong.get(i % wrong.size()))));
		}
		List<Place> times = among(places,
				(place) -> place.value().isString() && place.text().matches("\\d{4}-\\d\\d-\\d\\dT.*"));
		for (int i = 0; i < OF_EACH; i++) {
			Place place = times.get(i % times.size());
			String shifted = java.time.LocalDateTime.parse(place.text()).plusHours(i - 9).toString();
			List<String> wrong = List.of(shifted, place.text() + "Z", place.text() + "+00:00", place.text() + ".000");
			planted.add(new Planted("zone", i, place.answer(), place.with(NODES.stringNode(wrong.get(i % 4)))));
		}
		for (int i = 0; i < OF_EACH; i++) {
			planted.add(new Planted("order", i, list, swapped(list, i)));
		}
		headers(planted, product);
		int[] statuses = { 201, 202, 206, 301, 400, 401, 404, 410, 500, 503 };
		for (int i = 0; i < OF_EACH; i++) {
			planted.add(new Planted("status", i, product,
					new Answer(statuses[i], product.headers(), product.body(), product.after())));
		}
		pages(planted, list);
		return planted;
	}

	private static void collect(Answer answer, JsonNode node, List<Object> steps, List<Place> places) {
		if (!steps.isEmpty()) {
			places.add(new Place(answer, steps, node));
		}
		node.properties()
			.forEach((property) -> collect(answer, property.getValue(), append(steps, property.getKey()), places));
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			collect(answer, node.get(i), append(steps, i), places);
		}
	}

	private static List<Object> append(List<Object> steps, Object step) {
		List<Object> longer = new ArrayList<>(steps);
		longer.add(step);
		return longer;
	}

	private static List<Place> among(List<Place> places, Predicate<Place> which) {
		return places.stream().filter(which).toList();
	}

	/** Spread over all the places there are. */
	private static void plant(List<Planted> planted, String kind, List<Place> places, Mistake change) {
		for (int i = 0; i < OF_EACH; i++) {
			Place place = places.get(i * places.size() / OF_EACH);
			planted.add(new Planted(kind, i, place.answer(), change.wrong(place)));
		}
	}

	private interface Mistake {

		Answer wrong(Place place);

	}

	private static JsonNode another(JsonNode value) {
		if (value.isBoolean()) {
			return NODES.booleanNode(!value.asBoolean());
		}
		return value.isNumber() ? NODES.numberNode(value.asLong() + 1) : NODES.stringNode(value.asString() + "x");
	}

	private static JsonNode otherType(JsonNode value) {
		if (value.isArray()) {
			return NODES.objectNode();
		}
		if (value.isObject()) {
			return NODES.arrayNode();
		}
		return value.isString() ? NODES.numberNode(value.asString().length()) : NODES.stringNode(value.asString());
	}

	private static Answer swapped(Answer list, int number) {
		ArrayNode items = (ArrayNode) JSON.readTree(list.body());
		int first = number % (items.size() - 1);
		int second = first + 1 + number / (items.size() - 1);
		JsonNode one = items.get(first);
		items.set(first, items.get(second % items.size()));
		items.set(second % items.size(), one);
		return new Answer(list.status(), list.headers(), JSON.writeValueAsString(items), list.after());
	}

	private static void headers(List<Planted> planted, Answer answer) {
		List<UnaryOperator<Map<String, String>>> changes = List.of(set("content-type", "application/json"),
				set("content-type", "text/html; charset=UTF-8"), set("content-type", "application/json; charset=utf-8"),
				without("allow"), set("allow", "GET"), set("allow", "GET, POST"), without("link"),
				set("link", "<http://127.0.0.1:8081/wp-json/>; rel=\"https://api.w.org/\""),
				set("link", "<http://shop.example/wp-json/>"), set("location", "http://shop.example/elsewhere"));
		for (int i = 0; i < OF_EACH; i++) {
			planted.add(new Planted("header", i, answer, new Answer(answer.status(),
					changes.get(i).apply(new HashMap<>(answer.headers())), answer.body(), answer.after())));
		}
	}

	private static void pages(List<Planted> planted, Answer list) {
		ArrayNode items = (ArrayNode) JSON.readTree(list.body());
		ArrayNode shorter = items.deepCopy();
		shorter.remove(shorter.size() - 1);
		ArrayNode longer = items.deepCopy();
		longer.add(longer.get(0));
		ArrayNode later = items.deepCopy();
		later.add(later.remove(0));
		List<UnaryOperator<Map<String, String>>> changes = List.of(set("x-wp-total", "1000"), without("x-wp-total"),
				set("x-wp-totalpages", "99"), without("x-wp-totalpages"), set("x-wp-total", ""),
				set("link", "<http://shop.example/wp-json/wc/v3/products?page=3>; rel=\"next\""));
		for (UnaryOperator<Map<String, String>> change : changes) {
			planted.add(new Planted("page", planted.size() % OF_EACH, list,
					new Answer(list.status(), change.apply(new HashMap<>(list.headers())), list.body(), list.after())));
		}
		for (JsonNode wrong : List.of(shorter, longer, later, NODES.arrayNode())) {
			planted.add(new Planted("page", planted.size() % OF_EACH, list,
					new Answer(list.status(), list.headers(), JSON.writeValueAsString(wrong), list.after())));
		}
	}

	private static UnaryOperator<Map<String, String>> set(String name, String value) {
		return (headers) -> {
			headers.put(name, value);
			return headers;
		};
	}

	private static UnaryOperator<Map<String, String>> without(String name) {
		return (headers) -> {
			headers.remove(name);
			return headers;
		};
	}

}

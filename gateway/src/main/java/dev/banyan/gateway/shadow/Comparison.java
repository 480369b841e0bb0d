package dev.banyan.gateway.shadow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.gateway.proxy.Witness.Seen;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares two answers: status, the headers that clients read, and the body value by
 * value. Texts are compared exactly, because {@code "5"} and {@code "5.00"} are different
 * money to a client.
 */
final class Comparison {

	private static final List<String> HEADERS = List.of("content-type", "x-wp-total", "x-wp-totalpages", "link",
			"allow", "location");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final List<Difference> found = new ArrayList<>();

	private Comparison() {
	}

	static List<Difference> of(Seen home, Seen candidate) {
		Comparison comparison = new Comparison();
		if (home.status() != candidate.status()) {
			comparison.add("status", Difference.Kind.VALUE, home.status(), candidate.status());
			return comparison.found;
		}
		for (String name : HEADERS) {
			comparison.header(name, home.headers().get(name), candidate.headers().get(name));
		}
		comparison.body(home.body(), candidate.body());
		return comparison.found;
	}

	private void header(String name, @Nullable List<String> home, @Nullable List<String> candidate) {
		if (home == null && candidate != null) {
			add("header " + name, Difference.Kind.ADDED, "", candidate);
		}
		else if (home != null && candidate == null) {
			add("header " + name, Difference.Kind.MISSING, home, "");
		}
		else if (home != null && !home.equals(candidate)) {
			add("header " + name, Difference.Kind.VALUE, home, String.valueOf(candidate));
		}
	}

	private void body(byte @Nullable [] home, byte @Nullable [] candidate) {
		if (home == null || candidate == null || Arrays.equals(home, candidate)) {
			return;
		}
		try {
			value("$", JSON.readTree(home), JSON.readTree(candidate));
		}
		catch (JacksonException ex) {
			add("$", Difference.Kind.BYTES, home.length + " bytes", candidate.length + " bytes");
		}
	}

	private void value(String place, JsonNode home, JsonNode candidate) {
		if (home.getNodeType() != candidate.getNodeType()) {
			add(place, Difference.Kind.TYPE, home, candidate);
		}
		else if (home.isObject()) {
			object(place, home, candidate);
		}
		else if (home.isArray()) {
			array(place, home, candidate);
		}
		else if (!home.equals(candidate)) {
			add(place, Difference.Kind.VALUE, home, candidate);
		}
	}

	private void object(String place, JsonNode home, JsonNode candidate) {
		home.properties().forEach((property) -> {
			JsonNode other = candidate.get(property.getKey());
			if (other == null) {
				add(place + "." + property.getKey(), Difference.Kind.MISSING, property.getValue(), "");
			}
			else {
				value(place + "." + property.getKey(), property.getValue(), other);
			}
		});
		candidate.properties().forEach((property) -> {
			if (home.get(property.getKey()) == null) {
				add(place + "." + property.getKey(), Difference.Kind.ADDED, "", property.getValue());
			}
		});
	}

	private void array(String place, JsonNode home, JsonNode candidate) {
		if (home.size() != candidate.size()) {
			add(place + "[]", Difference.Kind.LENGTH, home.size(), candidate.size());
		}
		else if (!home.equals(candidate) && tally(home).equals(tally(candidate))) {
			add(place + "[]", Difference.Kind.ORDER, home, candidate);
		}
		else {
			for (int i = 0; i < home.size(); i++) {
				value(place + "[]", home.get(i), candidate.get(i));
			}
		}
	}

	private static Map<JsonNode, Integer> tally(JsonNode array) {
		Map<JsonNode, Integer> tally = new HashMap<>();
		array.forEach((item) -> tally.merge(item, 1, Integer::sum));
		return tally;
	}

	private void add(String place, Difference.Kind kind, Object home, Object candidate) {
		this.found.add(new Difference(place, kind, cut(home), cut(candidate)));
	}

	private static String cut(Object value) {
		String text = value.toString();
		return (text.length() > 200) ? text.substring(0, 200) : text;
	}

}

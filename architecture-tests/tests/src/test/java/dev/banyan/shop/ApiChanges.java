package dev.banyan.shop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * What a client of one OpenAPI document would miss in a later one: something that it
 * calls or reads is gone, or more is asked of it. What is only added is no change here.
 */
final class ApiChanges {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

	/** Which way a schema's values travel. */
	private enum Way {

		/** The client sends them: whatever was allowed stays so. */
		SENT,
		/** The client reads them: nothing comes that was not announced. */
		READ

	}

	private final JsonNode before;

	private final JsonNode after;

	private final List<String> breaking = new ArrayList<>();

	private final Set<String> compared = new HashSet<>();

	private ApiChanges(JsonNode before, JsonNode after) {
		this.before = before;
		this.after = after;
	}

	/**
	 * Compares two documents.
	 * @param before the released one
	 * @param after the one of now
	 * @return what breaks clients, each with its place
	 */
	static List<String> breaking(JsonNode before, JsonNode after) {
		ApiChanges changes = new ApiChanges(before, after);
		before.path("paths").properties().forEach((path) -> changes.path(path.getKey(), path.getValue()));
		return changes.breaking.stream().distinct().toList();
	}

	private void path(String path, JsonNode operations) {
		JsonNode now = this.after.path("paths").path(path);
		operations.properties().stream().filter((one) -> METHODS.contains(one.getKey())).forEach((one) -> {
			String place = one.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path;
			JsonNode operation = now.path(one.getKey());
			if (operation.isMissingNode()) {
				this.breaking.add(place + " is gone");
				return;
			}
			parameters(place, operations, one.getValue(), now, operation);
			body(place + " body", one.getValue().path("requestBody"), operation.path("requestBody"));
			one.getValue()
				.path("responses")
				.properties()
				.forEach((answer) -> answer(place + " " + answer.getKey(), answer.getValue(),
						operation.path("responses").path(answer.getKey())));
		});
	}

	private void parameters(String place, JsonNode pathBefore, JsonNode before, JsonNode pathNow, JsonNode now) {
		Map<String, JsonNode> old = named(this.before, pathBefore, before);
		Map<String, JsonNode> present = named(this.after, pathNow, now);
		old.forEach((name, parameter) -> {
			String at = place + " parameter " + name;
			JsonNode other = present.get(name);
			if (other == null) {
				this.breaking.add(at + " is gone");
				return;
			}
			if (other.path("required").asBoolean(false) && !parameter.path("required").asBoolean(false)) {
				this.breaking.add(at + " has become required");
			}
			schema(at, parameter.path("schema"), other.path("schema"), Way.SENT);
		});
		present.forEach((name, parameter) -> {
			if (parameter.path("required").asBoolean(false) && !old.containsKey(name)) {
				this.breaking.add(place + " parameter " + name + " is new and required");
			}
		});
	}

	private static Map<String, JsonNode> named(JsonNode document, JsonNode path, JsonNode operation) {
		Map<String, JsonNode> named = new java.util.LinkedHashMap<>();
		for (JsonNode holder : List.of(path, operation)) {
			holder.path("parameters").forEach((parameter) -> {
				JsonNode resolved = resolved(document, parameter);
				named.put(resolved.path("in").asString("") + " " + resolved.path("name").asString(""), resolved);
			});
		}
		return named;
	}

	private void body(String place, JsonNode before, JsonNode now) {
		JsonNode old = resolved(this.before, before);
		JsonNode present = resolved(this.after, now);
		if (present.path("required").asBoolean(false) && !old.path("required").asBoolean(false)) {
			this.breaking.add(place + " has become required");
		}
		contents(place, old.path("content"), present.path("content"), Way.SENT);
	}

	private void answer(String place, JsonNode before, JsonNode now) {
		if (now.isMissingNode()) {
			this.breaking.add(place + " is gone");
			return;
		}
		contents(place, resolved(this.before, before).path("content"), resolved(this.after, now).path("content"),
				Way.READ);
	}

	private void contents(String place, JsonNode before, JsonNode now, Way way) {
		before.properties().forEach((type) -> {
			if (now.path(type.getKey()).isMissingNode()) {
				this.breaking.add(place + " as " + type.getKey() + " is gone");
				return;
			}
			schema(place, type.getValue().path("schema"), now.path(type.getKey()).path("schema"), way);
		});
	}

	private void schema(String place, JsonNode before, JsonNode now, Way way) {
		if (before.has("$ref") && now.has("$ref")
				&& !this.compared.add(way + " " + before.get("$ref").asString() + " " + now.get("$ref").asString())) {
			return;
		}
		JsonNode old = resolved(this.before, before);
		JsonNode present = resolved(this.after, now);
		values(place, "type", words(old.path("type")), words(present.path("type")), way);
		values(place, "one of", words(old.path("enum")), words(present.path("enum")), way);
		required(place, old, present, way);
		old.path("properties").properties().forEach((property) -> {
			String at = place + "." + property.getKey();
			JsonNode other = present.path("properties").path(property.getKey());
			if (other.isMissingNode()) {
				this.breaking.add(at + " is gone");
			}
			else {
				schema(at, property.getValue(), other, way);
			}
		});
		if (old.has("items") && present.has("items")) {
			schema(place + "[]", old.get("items"), present.get("items"), way);
		}
		for (String choice : List.of("allOf", "anyOf", "oneOf")) {
			choices(place, old.path(choice), present.path(choice), way);
		}
	}

	private void choices(String place, JsonNode before, JsonNode now, Way way) {
		if ((way == Way.SENT && now.size() < before.size()) || (way == Way.READ && now.size() > before.size())) {
			this.breaking.add(place + " has " + now.size() + " instead of " + before.size() + " forms");
		}
		for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
			schema(place, before.get(i), now.get(i), way);
		}
	}

	private void required(String place, JsonNode before, JsonNode now, Way way) {
		Set<String> old = words(before.path("required"));
		Set<String> present = words(now.path("required"));
		if (way == Way.SENT) {
			present.stream()
				.filter((name) -> !old.contains(name))
				.forEach((name) -> this.breaking.add(place + "." + name + " has become required"));
		}
		else {
			old.stream()
				.filter((name) -> !present.contains(name))
				.forEach((name) -> this.breaking.add(place + "." + name + " may be missing now"));
		}
	}

	/** No words allow everything. */
	private void values(String place, String what, Set<String> before, Set<String> now, Way way) {
		Set<String> narrow = (way == Way.SENT) ? before : now;
		Set<String> wide = (way == Way.SENT) ? now : before;
		boolean fits = wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow))
				|| (wide.contains("number") && narrow.equals(Set.of("integer")));
		if (!fits) {
			this.breaking.add(place + " was " + what + " " + before + " and is " + now);
		}
	}

	private static Set<String> words(JsonNode node) {
		Set<String> words = new TreeSet<>();
		if (node.isArray()) {
			node.forEach((one) -> words.add(one.asString("null")));
		}
		else if (!node.isMissingNode()) {
			words.add(node.asString(""));
		}
		return words;
	}

	private static JsonNode resolved(JsonNode document, JsonNode node) {
		return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
	}

}

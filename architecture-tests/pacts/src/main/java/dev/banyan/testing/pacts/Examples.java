package dev.banyan.testing.pacts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an example into rules for its like: a value may differ, its type may not, unless
 * its name is among those that have to be the same.
 */
final class Examples {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z";

	private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	private final Set<String> exact;

	private final Map<Long, String> named;

	private final boolean each;

	/**
	 * With what is known of the values.
	 * @param exact names of values that have to be the same
	 * @param named names of values that the provider makes up, by the example
	 * @param each whether the example is a list that may have any number of its like, but
	 * not none
	 */
	Examples(Set<String> exact, Map<Long, String> named, boolean each) {
		this.exact = exact;
		this.named = named;
		this.each = each;
	}

	ObjectNode rules(JsonNode example) {
		ObjectNode rules = JSON.createObjectNode();
		if (this.each) {
			rule(rules, "$", "type").put("min", 1);
		}
		leaves(example, "$", (path, leaf) -> {
			String name = path.replaceAll(".*\\['(.*)'](\\[\\d+])?$", "$1");
			if (leaf.isObject() && !leaf.isEmpty()) {
				rule(rules, path, "values");
			}
			else if (this.exact.contains(name)) {
				rule(rules, path, "equality");
			}
			else if (leaf.isString() && leaf.stringValue().matches(INSTANT)) {
				rule(rules, path, "regex").put("regex", INSTANT);
			}
			else if (leaf.isString() && leaf.stringValue().matches(UUID)) {
				rule(rules, path, "regex").put("regex", UUID);
			}
			else {
				rule(rules, path, leaf.isNumber() ? "number" : "type");
			}
		});
		return rules;
	}

	/** What the provider puts in the place of examples that it was told the names of. */
	ObjectNode generators(JsonNode example) {
		ObjectNode generators = JSON.createObjectNode();
		leaves(example, "$", (path, leaf) -> {
			if (leaf.isIntegralNumber() && this.named.containsKey(leaf.longValue())) {
				generators.putObject(path)
					.put("type", "ProviderState")
					.put("expression", "${" + this.named.get(leaf.longValue()) + "}")
					.put("dataType", "INTEGER");
			}
		});
		return generators;
	}

	private boolean isNamed(String text) {
		return text.matches("\\d{1,18}") && this.named.containsKey(Long.valueOf(text));
	}

	private static ObjectNode rule(ObjectNode rules, String path, String match) {
		return rules.putObject(path).put("combine", "AND").putArray("matchers").addObject().put("match", match);
	}

	private void leaves(JsonNode node, String path, BiConsumer<String, JsonNode> leaf) {
		Map<String, JsonNode> children = new LinkedHashMap<>();
		if (node instanceof ObjectNode object) {
			if (object.propertyNames().stream().anyMatch(this::isNamed)) {
				leaf.accept(path, object);
			}
			object.properties()
				.forEach((child) -> children.put(isNamed(child.getKey()) ? ".*" : "['" + child.getKey() + "']",
						child.getValue()));
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				children.put((this.each && path.equals("$")) ? "[*]" : "[" + i + "]", array.get(i));
			}
		}
		if (children.isEmpty()) {
			leaf.accept(path, node);
		}
		children.forEach((step, child) -> leaves(child, path + step, leaf));
	}

	/** Replaces numbers, also where they are names. */
	static JsonNode replace(JsonNode node, Map<Long, Long> numbers) {
		if (node instanceof ObjectNode object) {
			ObjectNode copy = JSON.createObjectNode();
			object.properties()
				.forEach((child) -> copy.set(replaced(child.getKey(), numbers), replace(child.getValue(), numbers)));
			return copy;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode copy = JSON.createArrayNode();
			array.forEach((child) -> copy.add(replace(child, numbers)));
			return copy;
		}
		Long other = node.isIntegralNumber() ? numbers.get(node.longValue()) : null;
		return (other != null) ? JSON.getNodeFactory().numberNode(other) : node;
	}

	private static String replaced(String name, Map<Long, Long> numbers) {
		Long other = name.matches("\\d{1,18}") ? numbers.get(Long.valueOf(name)) : null;
		return (other != null) ? other.toString() : name;
	}

}

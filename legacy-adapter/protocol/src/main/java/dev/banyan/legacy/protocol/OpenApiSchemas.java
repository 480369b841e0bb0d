package dev.banyan.legacy.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Turns the API's own declarations, a dialect of JSON Schema draft 4 with types that no
 * draft knows, into JSON Schema as OpenAPI 3.1 has it.
 */
final class OpenApiSchemas {

	private static final String LOCAL_TIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$";

	private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object",
			"null");

	private static final List<String> TAKEN = List.of("$ref", "description", "minimum", "maximum", "minLength",
			"maxLength", "readOnly", "writeOnly");

	private OpenApiSchemas() {
	}

	/** What a client may send. */
	static Map<String, Object> input(Map<String, Object> declared) {
		Map<String, Object> schema = converted(declared, false);
		if (declared.get("default") != null) {
			schema.put("default", declared.get("default"));
		}
		return schema;
	}

	/** What a client may send as an object with these properties. */
	static Map<String, Object> inputs(Map<String, Map<String, Object>> declared) {
		Map<String, Object> properties = new LinkedHashMap<>();
		declared.forEach((name, property) -> properties.put(name, input(property)));
		List<String> required = declared.entrySet()
			.stream()
			.filter((property) -> Boolean.TRUE.equals(property.getValue().get("required")))
			.map(Map.Entry::getKey)
			.toList();
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		if (!required.isEmpty()) {
			schema.put("required", required);
		}
		return schema;
	}

	/** What the API answers: any date may be missing, and none has a zone. */
	static Map<String, Object> answer(Map<String, Object> declared) {
		return converted(declared, true);
	}

	private static Map<String, Object> converted(Map<String, Object> declared, boolean answer) {
		Map<String, Object> schema = new LinkedHashMap<>();
		boolean date = "date-time".equals(declared.get("type")) || "date-time".equals(declared.get("format"));
		Object type = (date && answer) ? List.of("string", "null") : type(declared.get("type"));
		if (type != null) {
			schema.put("type", type);
		}
		TAKEN.stream()
			.filter((name) -> declared.get(name) != null)
			.forEach((name) -> schema.put(name, declared.get(name)));
		if (Boolean.TRUE.equals(declared.get("readonly"))) {
			schema.put("readOnly", true);
		}
		if (date && answer) {
			schema.put("pattern", LOCAL_TIME);
		}
		else if (!date && declared.get("format") != null) {
			schema.put("format", declared.get("format"));
		}
		if (declared.get("enum") instanceof List<?> values && !values.isEmpty()) {
			schema.put("enum", values);
		}
		nested(declared, schema, answer);
		return schema;
	}

	private static void nested(Map<String, Object> declared, Map<String, Object> schema, boolean answer) {
		for (String name : List.of("items", "additionalProperties")) {
			if (declared.get(name) instanceof Map<?, ?> inner) {
				schema.put(name, converted(typed(inner), answer));
			}
		}
		if (declared.get("properties") instanceof Map<?, ?> inner) {
			Map<String, Object> properties = new LinkedHashMap<>();
			inner.forEach((name, property) -> {
				if (property instanceof Map<?, ?> one) {
					properties.put(String.valueOf(name), converted(typed(one), answer));
				}
			});
			schema.put("properties", properties);
		}
	}

	private static @Nullable Object type(@Nullable Object declared) {
		if (declared instanceof List<?> several) {
			List<?> known = several.stream().filter((one) -> one != null && TYPES.contains(one)).toList();
			return (known.size() == TYPES.size()) ? null : known;
		}
		if ("date-time".equals(declared)) {
			return "string";
		}
		return (declared != null && TYPES.contains(declared)) ? declared : null;
	}

	/** JSON merge patch, RFC 7396. */
	static Map<String, Object> patched(Map<String, Object> target, Map<String, Object> patch) {
		Map<String, Object> result = new LinkedHashMap<>(target);
		patch.forEach((name, value) -> {
			if (value == null) {
				result.remove(name);
			}
			else if (value instanceof Map<?, ?> inner) {
				result.put(name,
						patched((result.get(name) instanceof Map<?, ?> old) ? typed(old) : Map.of(), typed(inner)));
			}
			else {
				result.put(name, value);
			}
		});
		return result;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> typed(Map<?, ?> map) {
		return (Map<String, Object>) map;
	}

	/** What an object holds under a name; empty without it. */
	static Map<String, Object> part(Map<String, Object> object, String name) {
		return (object.get(name) instanceof Map<?, ?> inner) ? typed(inner) : Map.of();
	}

	static Map<String, Object> reference(String component) {
		return Map.of("$ref", "#/components/schemas/" + component);
	}

	static Map<String, Object> listOf(Map<String, Object> items) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "array");
		schema.put("items", items);
		return schema;
	}

	/** Keeps the order of what is given: name, value, name, value ... */
	static Map<String, Object> object(Object... namesAndValues) {
		Map<String, Object> object = new LinkedHashMap<>();
		List<Object> all = new ArrayList<>(List.of(namesAndValues));
		for (int i = 0; i < all.size(); i += 2) {
			object.put((String) all.get(i), all.get(i + 1));
		}
		return object;
	}

}

package dev.banyan.legacy.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Brings the parameters of a request into the shape that its endpoint declares, or
 * refuses it.
 */
final class Parameters {

	/** Read as ids whatever they contain. */
	private static final Set<String> ID_LISTS = Set.of("include", "exclude", "parent_exclude", "parent");

	private Parameters() {
	}

	static Map<String, @Nullable Object> of(Map<String, Map<String, Object>> declared,
			Map<String, @Nullable Object> given) {
		requirePresent(declared, given);
		requireValid(declared, given);
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(given);
		declared.forEach((name, schema) -> {
			if (parameters.containsKey(name)) {
				parameters.put(name,
						idList(name, schema) ? parameters.get(name) : Schema.sanitise(parameters.get(name), schema));
			}
			else if (schema.containsKey("default")) {
				parameters.put(name, schema.get("default"));
			}
		});
		return parameters;
	}

	private static void requirePresent(Map<String, Map<String, Object>> declared, Map<String, @Nullable Object> given) {
		List<String> missing = new ArrayList<>();
		declared.forEach((name, schema) -> {
			if (Boolean.TRUE.equals(schema.get("required")) && given.get(name) == null) {
				missing.add(name);
			}
		});
		if (!missing.isEmpty()) {
			throw new RestError(400, "rest_missing_callback_param",
					"Missing parameter(s): " + String.join(", ", missing), Map.of("params", missing));
		}
	}

	private static void requireValid(Map<String, Map<String, Object>> declared, Map<String, @Nullable Object> given) {
		Map<String, String> messages = new LinkedHashMap<>();
		Map<String, Object> details = new LinkedHashMap<>();
		declared.forEach((name, schema) -> {
			Object value = given.get(name);
			Violation violation = (value != null && !idList(name, schema)) ? Schema.validate(value, schema, name)
					: null;
			if (violation != null) {
				messages.put(name, violation.message());
				details.put(name, violation.details());
			}
		});
		if (!messages.isEmpty()) {
			throw new RestError(400, "rest_invalid_param",
					"Invalid parameter(s): " + String.join(", ", messages.keySet()),
					Map.of("params", messages, "details", details));
		}
	}

	private static boolean idList(String name, Map<String, Object> schema) {
		return ID_LISTS.contains(name) && "array".equals(schema.get("type"));
	}

}

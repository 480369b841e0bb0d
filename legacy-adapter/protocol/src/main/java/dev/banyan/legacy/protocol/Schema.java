package dev.banyan.legacy.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Validates and sanitises values against declared schemas, with the API's codes and
 * messages.
 */
final class Schema {

	private static final Pattern DATE = Pattern
		.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}(?::?\\d{2})?)?");

	private static final Pattern EMAIL = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

	private Schema() {
	}

	static @Nullable Violation validate(@Nullable Object value, Map<String, Object> schema, String param) {
		Object declared = schema.get("type");
		String type = type(value, declared);
		if (declared != null && type == null) {
			return Violation.type(param, (declared instanceof List<?> types) ? joined(types) : declared);
		}
		Violation violation = (type != null) ? validateAs(type, value, schema, param) : null;
		if (violation != null) {
			return violation;
		}
		if (schema.get("enum") instanceof List<?> values && !values.isEmpty() && !contains(values, value)) {
			return Violation.of("rest_not_in_enum",
					param + ((values.size() == 1) ? " is not " : " is not one of ") + listed(values) + ".");
		}
		return null;
	}

	private static @Nullable Violation validateAs(String type, @Nullable Object value, Map<String, Object> schema,
			String param) {
		return switch (type) {
			case "array" -> validateItems(Values.list(value), schema, param);
			case "object" -> validateProperties(Values.object(value), schema, param);
			case "integer", "number" -> validateBounds(Values.decimal(value), schema, param);
			case "string" -> validateFormat((value instanceof String text) ? text : "", schema, param);
			default -> null;
		};
	}

	private static @Nullable Violation validateItems(List<@Nullable Object> items, Map<String, Object> schema,
			String param) {
		Map<String, Object> itemSchema = schema(schema.get("items"));
		for (int i = 0; i < items.size(); i++) {
			Violation violation = validate(items.get(i), itemSchema, param + "[" + i + "]");
			if (violation != null) {
				return violation;
			}
		}
		return null;
	}

	private static @Nullable Violation validateProperties(Map<String, @Nullable Object> object,
			Map<String, Object> schema, String param) {
		Map<String, Object> properties = schema(schema.get("properties"));
		for (Map.Entry<String, @Nullable Object> property : object.entrySet()) {
			if (properties.containsKey(property.getKey())) {
				Violation violation = validate(property.getValue(), schema(properties.get(property.getKey())),
						param + "[" + property.getKey() + "]");
				if (violation != null) {
					return violation;
				}
			}
		}
		return null;
	}

	private static @Nullable Violation validateBounds(@Nullable BigDecimal number, Map<String, Object> schema,
			String param) {
		BigDecimal minimum = Values.decimal(schema.get("minimum"));
		BigDecimal maximum = Values.decimal(schema.get("maximum"));
		boolean below = number != null && minimum != null && number.compareTo(minimum) < 0;
		boolean above = number != null && maximum != null && number.compareTo(maximum) > 0;
		if (!below && !above) {
			return null;
		}
		if (minimum != null && maximum != null) {
			return Violation.of("rest_out_of_bounds", param + " must be between " + minimum.toPlainString()
					+ " (inclusive) and " + maximum.toPlainString() + " (inclusive)");
		}
		return Violation.of("rest_out_of_bounds", below ? param + " must be greater than or equal to " + minimum
				: param + " must be less than or equal to " + maximum);
	}

	private static @Nullable Violation validateFormat(String text, Map<String, Object> schema, String param) {
		if ("date-time".equals(schema.get("format")) && !DATE.matcher(text).matches()) {
			return Violation.of("rest_invalid_date", "Invalid date.");
		}
		if ("email".equals(schema.get("format")) && !EMAIL.matcher(text).matches()) {
			return Violation.of("rest_invalid_email", "Invalid email address.");
		}
		if (schema.get("minLength") instanceof Integer minimum && text.length() < minimum) {
			return Violation.of("rest_too_short", param + " must be at least " + minimum + " character long.");
		}
		if (schema.get("maxLength") instanceof Integer maximum && text.length() > maximum) {
			return Violation.of("rest_too_long", param + " must be at most " + maximum + " characters long.");
		}
		return null;
	}

	/** The first declared type that the value can be read as. */
	private static @Nullable String type(@Nullable Object value, @Nullable Object declared) {
		if (declared instanceof List<?> types) {
			return types.stream().map(String::valueOf).filter((type) -> is(type, value)).findFirst().orElse(null);
		}
		return (declared instanceof String type && is(type, value)) ? type : null;
	}

	private static boolean is(String type, @Nullable Object value) {
		return switch (type) {
			case "null" -> value == null || "".equals(value);
			case "string" -> value instanceof String;
			case "boolean" -> value instanceof Boolean
					|| value instanceof String text
							&& List.of("true", "false", "0", "1").contains(text.toLowerCase(Locale.ROOT))
					|| value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1);
			case "integer" -> !(value instanceof Boolean) && whole(Values.decimal(value));
			case "number" -> !(value instanceof Boolean) && Values.decimal(value) != null;
			case "array" -> value instanceof List<?> || value instanceof String || value instanceof Number
					|| value instanceof Boolean;
			case "object" -> value instanceof Map<?, ?> || value instanceof List<?> || "".equals(value);
			// Declared by one resource each and read by it.
			case "mixed", "date-time", "action", "tag" -> true;
			default -> true;
		};
	}

	private static boolean whole(@Nullable BigDecimal number) {
		return number != null && number.stripTrailingZeros().scale() <= 0;
	}

	static @Nullable Object sanitise(@Nullable Object value, Map<String, Object> schema) {
		String type = type(value, schema.get("type"));
		if (value == null || type == null) {
			return value;
		}
		return switch (type) {
			case "integer" -> {
				BigDecimal number = Values.decimal(value);
				yield (number != null) ? number.longValue() : 0L;
			}
			case "number" -> Values.decimal(value);
			case "boolean" -> Values.bool(value);
			case "array" -> sanitiseItems((value instanceof Number || value instanceof Boolean)
					? new ArrayList<>(List.of(value)) : Values.list(value), schema(schema.get("items")));
			case "object" -> sanitiseProperties(Values.object(value), schema(schema.get("properties")));
			default -> value;
		};
	}

	private static List<@Nullable Object> sanitiseItems(List<@Nullable Object> items, Map<String, Object> schema) {
		items.replaceAll((item) -> sanitise(item, schema));
		return items;
	}

	private static Map<String, @Nullable Object> sanitiseProperties(Map<String, @Nullable Object> object,
			Map<String, Object> properties) {
		object.replaceAll(
				(name, value) -> properties.containsKey(name) ? sanitise(value, schema(properties.get(name))) : value);
		return object;
	}

	private static boolean contains(List<?> values, @Nullable Object value) {
		String text = Values.string(value);
		return text == null || values.stream().anyMatch((allowed) -> text.equals(Values.string(allowed)));
	}

	private static String listed(List<?> values) {
		List<String> texts = values.stream().map(String::valueOf).toList();
		return switch (texts.size()) {
			case 1 -> texts.getFirst();
			case 2 -> texts.get(0) + " and " + texts.get(1);
			default -> String.join(", ", texts.subList(0, texts.size() - 1)) + ", and " + texts.getLast();
		};
	}

	private static String joined(List<?> types) {
		return String.join(",", types.stream().map(String::valueOf).toList());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> schema(@Nullable Object declared) {
		return (declared instanceof Map<?, ?> map) ? (Map<String, Object>) map : new LinkedHashMap<>();
	}

}

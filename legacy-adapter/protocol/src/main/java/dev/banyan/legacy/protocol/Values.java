package dev.banyan.legacy.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads values of the API's loosely typed parameters.
 */
public final class Values {

	private Values() {
	}

	/**
	 * A value as text.
	 * @param value any value
	 * @return its text; true is "1" and false is ""; null for null, lists and objects
	 */
	public static @Nullable String string(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case String text -> text;
			case Boolean flag -> flag ? "1" : "";
			case BigDecimal number -> number.toPlainString();
			case Number number -> number.toString();
			default -> null;
		};
	}

	/**
	 * A value as a whole number.
	 * @param value any value
	 * @return the number; 0 for text without one; null for null and ""
	 */
	public static @Nullable Long integer(@Nullable Object value) {
		BigDecimal number = decimal(value);
		if (number != null) {
			return number.longValue();
		}
		return (value == null || "".equals(value)) ? null : Long.valueOf(0);
	}

	/**
	 * A value as a decimal number.
	 * @param value any value
	 * @return the number, or null if it is none
	 */
	public static @Nullable BigDecimal decimal(@Nullable Object value) {
		return switch (value) {
			case BigDecimal number -> number;
			case Boolean flag -> flag ? BigDecimal.ONE : BigDecimal.ZERO;
			case Number number -> new BigDecimal(number.toString());
			case String text -> parse(text.strip());
			case null, default -> null;
		};
	}

	private static @Nullable BigDecimal parse(String text) {
		if (text.isEmpty() || text.length() > 40) {
			return null;
		}
		try {
			BigDecimal number = new BigDecimal(text);
			return (Math.abs((long) number.scale()) > 40) ? null : number;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * A value as yes or no.
	 * @param value any value
	 * @return true for true, "true", "1", "yes" and numbers but 0; null for null
	 */
	public static @Nullable Boolean bool(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Boolean flag -> flag;
			case String text -> List.of("true", "1", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
			case Number number -> number.doubleValue() != 0;
			default -> true;
		};
	}

	/**
	 * A value as a list.
	 * @param value any value
	 * @return its items; the items of a text separated by commas; empty for anything else
	 */
	public static List<@Nullable Object> list(@Nullable Object value) {
		return switch (value) {
			case List<?> list -> new ArrayList<>(list);
			case String text -> new ArrayList<>(split(text));
			case null, default -> new ArrayList<>();
		};
	}

	/**
	 * A value as an object.
	 * @param value any value
	 * @return its properties; empty for anything else
	 */
	public static Map<String, @Nullable Object> object(@Nullable Object value) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, property) -> object.put(String.valueOf(name), property));
		}
		return object;
	}

	static List<String> split(String text) {
		return Arrays.stream(text.split("[\\s,]+")).filter((item) -> !item.isEmpty()).toList();
	}

}

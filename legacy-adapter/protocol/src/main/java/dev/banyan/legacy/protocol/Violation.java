package dev.banyan.legacy.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one parameter.
 *
 * @param code the machine-readable code
 * @param message the sentence for a person
 * @param param the path of the value within the parameter; null if the code does not name
 * it
 */
record Violation(String code, String message, @Nullable String param) {

	static Violation type(String param, Object type) {
		return new Violation("rest_invalid_type", param + " is not of type " + type + ".", param);
	}

	static Violation of(String code, String message) {
		return new Violation(code, message, null);
	}

	Map<String, @Nullable Object> details() {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("code", this.code);
		details.put("message", this.message);
		details.put("data", (this.param != null) ? Map.of("param", this.param) : null);
		return details;
	}

}

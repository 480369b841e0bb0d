package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the query and the body of a request into one map of parameters.
 */
final class RequestReader {

	private static final int MAX_BODY = 8 * 1024 * 1024;

	private final JsonMapper json;

	RequestReader(JsonMapper json) {
		this.json = json;
	}

	Map<String, @Nullable Object> body(HttpServletRequest request) throws IOException {
		byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
		if (bytes.length > MAX_BODY) {
			throw new RestError(413, "rest_upload_file_too_big", "The request body is larger than 8 MB.");
		}
		String type = (request.getContentType() != null) ? request.getContentType().toLowerCase(Locale.ROOT) : "";
		if (bytes.length == 0) {
			return new LinkedHashMap<>();
		}
		if (type.startsWith("application/json") || type.contains("+json")) {
			return json(bytes);
		}
		return PhpQuery.parse(new String(bytes, StandardCharsets.UTF_8));
	}

	private Map<String, @Nullable Object> json(byte[] bytes) {
		Object value;
		try {
			value = this.json.readValue(bytes, Object.class);
		}
		catch (JacksonException ex) {
			throw invalid("Syntax error", 4);
		}
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
		switch (value) {
			case Map<?, ?> object -> parameters.putAll(Values.object(object));
			case List<?> list -> {
				for (int i = 0; i < list.size(); i++) {
					parameters.put(String.valueOf(i), list.get(i));
				}
			}
			case null, default -> {
				// A bare text or number names no parameters.
			}
		}
		return parameters;
	}

	private static RestError invalid(String message, int code) {
		return new RestError(400, "rest_invalid_json", "Invalid JSON body passed.",
				Map.of("json_error_code", code, "json_error_message", message));
	}

}

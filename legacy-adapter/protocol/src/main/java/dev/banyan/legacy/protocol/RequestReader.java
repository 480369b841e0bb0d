package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query and the body of a request into one map of parameters.
 */
final class RequestReader {

	private static final int MAX_BODY = 8 * 1024 * 1024;

	private final JsonBody json = new JsonBody();

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
			return this.json.parameters(bytes);
		}
		if (type.startsWith("multipart/form-data")) {
			return MultipartForm.parse(request.getContentType(), bytes);
		}
		return PhpQuery.parse(new String(bytes, StandardCharsets.UTF_8));
	}

}

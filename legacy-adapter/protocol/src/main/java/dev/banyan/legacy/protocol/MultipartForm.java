package dev.banyan.legacy.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a {@code multipart/form-data} body; files are no parameters, and
 * without a boundary there are no fields.
 */
final class MultipartForm {

	private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

	private MultipartForm() {
	}

	static Map<String, @Nullable Object> parse(String contentType, byte[] body) {
		Matcher boundary = BOUNDARY.matcher(contentType);
		List<String> fields = new ArrayList<>();
		if (boundary.find()) {
			String text = "\r\n" + new String(body, StandardCharsets.UTF_8);
			for (String part : text.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
				int value = part.indexOf("\r\n\r\n");
				String head = (value < 0) ? "" : part.substring(0, value);
				Matcher name = NAME.matcher(head);
				if (name.find() && !head.contains("filename")) {
					fields.add(encoded(name.group(1)) + "=" + encoded(part.substring(value + 4)));
				}
			}
		}
		return PhpQuery.parse(String.join("&", fields));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}

package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.runtime.web.ExactContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers: headers, links to other pages, chosen fields, envelope.
 */
final class Renderer {

	/**
	 * A longer one, of a query with a thousand ids, would not fit into an answer's
	 * headers.
	 */
	private static final int LONGEST_LINK = 6000;

	private final JsonMapper json;

	Renderer(JsonMapper json) {
		this.json = json;
	}

	void render(Exchange exchange, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Answer answer = exchange.answer;
		Map<String, String> headers = headers(exchange);
		Object body = exchange.failed ? answer.body() : fields(answer.body(), exchange);
		int status = answer.status();
		if (exchange.query.containsKey("_envelope")) {
			Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
			envelope.put("body", body);
			envelope.put("status", status);
			envelope.put("headers", headers);
			body = envelope;
			status = 200;
		}
		response.setStatus(status);
		headers.forEach(response::setHeader);
		String callback = Values.string(exchange.query.get("_jsonp"));
		boolean script = callback != null && callback.matches("[\\w.]+");
		ExactContentType.set(request,
				script ? "application/javascript; charset=UTF-8" : "application/json; charset=UTF-8");
		byte[] bytes = exchange.query.containsKey("_pretty")
				? this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(body)
				: this.json.writeValueAsBytes(body);
		if (script) {
			bytes = ("/**/" + callback + "(" + new String(bytes, StandardCharsets.UTF_8) + ")")
				.getBytes(StandardCharsets.UTF_8);
		}
		response.setContentLength(bytes.length);
		if (!request.getMethod().equals("HEAD")) {
			response.getOutputStream().write(bytes);
		}
	}

	private static Map<String, String> headers(Exchange exchange) {
		Map<String, String> headers = new LinkedHashMap<>();
		String site = exchange.caller.publicUrl() + "/wp-json";
		headers.put("Link", "<" + site + "/>; rel=\"https://api.w.org/\"");
		if (!exchange.allowed.isEmpty() && (exchange.request == null || !exchange.request.isGone())) {
			headers.put("Allow", String.join(", ", exchange.allowed));
		}
		Answer answer = exchange.answer;
		if (answer.location() != null) {
			headers.put("Location", site + answer.location());
		}
		if (answer.total() != null && exchange.request != null) {
			RestRequest request = exchange.request;
			long pages = (answer.total() + request.perPage() - 1) / request.perPage();
			headers.put("X-WP-Total", String.valueOf(answer.total()));
			headers.put("X-WP-TotalPages", String.valueOf(pages));
			List<String> links = new ArrayList<>();
			if (request.page() > 1) {
				links.add(page(site, exchange, Math.min(request.page() - 1, Math.max(pages, 1)), "prev"));
			}
			if (request.page() < pages) {
				links.add(page(site, exchange, request.page() + 1L, "next"));
			}
			String link = String.join(", ", links);
			if (!links.isEmpty() && link.length() <= LONGEST_LINK) {
				headers.put("Link", link);
			}
		}
		return headers;
	}

	private static String page(String site, Exchange exchange, long page, String relation) {
		Map<String, @Nullable Object> query = new LinkedHashMap<>(exchange.query);
		query.putAll(exchange.answer.pageQuery());
		query.put("page", page);
		List<String> pairs = new ArrayList<>();
		query.forEach((name, value) -> pairs(encode(name), value, pairs));
		return "<" + site + exchange.path + "?" + String.join("&", pairs) + ">; rel=\"" + relation + "\"";
	}

	private static void pairs(String name, @Nullable Object value, List<String> pairs) {
		switch (value) {
			case List<?> list -> {
				for (int i = 0; i < list.size(); i++) {
					pairs(name + "%5B" + i + "%5D", list.get(i), pairs);
				}
			}
			case Map<?, ?> map ->
				map.forEach((key, item) -> pairs(name + "%5B" + encode(String.valueOf(key)) + "%5D", item, pairs));
			case null -> pairs.add(name + "=");
			default -> pairs.add(name + "=" + encode(String.valueOf(value)));
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
	}

	private static @Nullable Object fields(@Nullable Object body, Exchange exchange) {
		List<@Nullable Object> asked = Values.list(exchange.query.get("_fields"));
		if (asked.isEmpty()) {
			return body;
		}
		Set<String> names = new LinkedHashSet<>();
		asked.forEach((name) -> names.add(String.valueOf(name)));
		if (body instanceof List<?> list) {
			return list.stream().map((item) -> chosen(item, names)).toList();
		}
		Set<String> withLinks = new LinkedHashSet<>(names);
		withLinks.add("_links");
		return chosen(body, exchange.path.isEmpty() || exchange.path.equals("/wc/v3") ? names : withLinks);
	}

	private static @Nullable Object chosen(@Nullable Object body, Set<String> names) {
		if (!(body instanceof Map<?, ?>)) {
			return body;
		}
		Map<String, @Nullable Object> chosen = Values.object(body);
		chosen.keySet().retainAll(names);
		return chosen;
	}

}

package dev.banyan.recordings;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.banyan.recordings.Recording.Answer;
import dev.banyan.recordings.Recording.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Sends recorded requests to a shop, with that shop's ids in them.
 */
final class Player {

	private static final List<String> COMPARED_HEADERS = List.of("content-type", "x-wp-total", "x-wp-totalpages",
			"link", "allow");

	private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<String, JsonNode> named = new HashMap<>();

	private final URI secure;

	private final URI plain;

	Player(URI secure, URI plain) {
		this.secure = secure;
		this.plain = plain;
	}

	Answer play(Exchange exchange) throws IOException, InterruptedException {
		Credentials credentials = new Credentials(exchange.credentials());
		String url = (credentials.overPlainHttp() ? this.plain : this.secure)
				+ withoutBraces(filled(exchange.template().get("path").asString()));
		List<Map.Entry<String, String>> query = query(filled(exchange.template().path("query")));
		Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
		credentials.addTo(exchange.method(), url, query, headers);
		BodyPublisher body = body(exchange, headers);
		exchange.requestHeaders()
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + encoded(query)))
			.timeout(Duration.ofSeconds(60))
			.method(exchange.method(), body);
		headers.forEach(request::setHeader);
		Answer answer = answer(this.client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		exchange.names()
			.properties()
			.forEach((name) -> remember(name.getKey(), name.getValue().asString(), answer.body()));
		return answer;
	}

	private BodyPublisher body(Exchange exchange, Map<String, String> headers) {
		JsonNode body = exchange.template().path("body");
		if (!exchange.rawBody().isString() && (body.isMissingNode() || body.isNull())) {
			return BodyPublishers.noBody();
		}
		headers.put("Content-Type", "application/json");
		return BodyPublishers
			.ofString(exchange.rawBody().isString() ? exchange.rawBody().asString() : filled(body).toString());
	}

	private void remember(String name, String path, JsonNode body) {
		JsonNode node = body;
		for (String step : path.split("\\.")) {
			node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
		}
		if (!node.isMissingNode()) {
			this.named.put(name, node);
		}
	}

	private JsonNode filled(JsonNode node) {
		if (node.isObject()) {
			ObjectNode filled = JsonNodeFactory.instance.objectNode();
			node.properties().forEach((field) -> filled.set(field.getKey(), filled(field.getValue())));
			return filled;
		}
		if (node.isArray()) {
			ArrayNode filled = JsonNodeFactory.instance.arrayNode();
			node.forEach((item) -> filled.add(filled(item)));
			return filled;
		}
		if (!node.isString()) {
			return node;
		}
		Matcher whole = NAME.matcher(node.asString());
		if (whole.matches() && this.named.containsKey(whole.group(1))) {
			return this.named.get(whole.group(1));
		}
		return StringNode.valueOf(filled(node.asString()));
	}

	private String filled(String text) {
		return NAME.matcher(text).replaceAll((name) -> {
			JsonNode value = this.named.get(name.group(1));
			return Matcher.quoteReplacement((value != null) ? value.asString() : name.group());
		});
	}

	/** A name stays in the path if the shop did not make the thing that it stands for. */
	private static String withoutBraces(String path) {
		return path.replace("{", "%7B").replace("}", "%7D");
	}

	private static List<Map.Entry<String, String>> query(JsonNode query) {
		List<Map.Entry<String, String>> parameters = new ArrayList<>();
		query.properties().forEach((parameter) -> {
			if (parameter.getValue().isArray()) {
				parameter.getValue()
					.forEach((item) -> parameters.add(Map.entry(parameter.getKey() + "[]", item.asString())));
			}
			else {
				parameters.add(Map.entry(parameter.getKey(), parameter.getValue().asString()));
			}
		});
		return parameters;
	}

	private static String encoded(List<Map.Entry<String, String>> query) {
		StringBuilder text = new StringBuilder();
		for (Map.Entry<String, String> parameter : query) {
			text.append(text.isEmpty() ? '?' : '&')
				.append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8))
				.append('=')
				.append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
		}
		return text.toString();
	}

	private Answer answer(HttpResponse<String> response) {
		ObjectNode headers = JsonNodeFactory.instance.objectNode();
		for (String header : COMPARED_HEADERS) {
			List<String> values = response.headers().allValues(header);
			if (!values.isEmpty()) {
				headers.put(header, neutral(String.join(", ", values)));
			}
		}
		return new Answer(response.statusCode(), headers, neutral(parsed(response.body())));
	}

	private JsonNode parsed(String body) {
		try {
			return body.isEmpty() ? JsonNodeFactory.instance.nullNode() : this.json.readTree(body);
		}
		catch (JacksonException ex) {
			return StringNode.valueOf(body);
		}
	}

	private JsonNode neutral(JsonNode node) {
		if (node.isObject()) {
			ObjectNode neutral = JsonNodeFactory.instance.objectNode();
			node.properties().forEach((field) -> neutral.set(field.getKey(), neutral(field.getValue())));
			return neutral;
		}
		if (node.isArray()) {
			ArrayNode neutral = JsonNodeFactory.instance.arrayNode();
			node.forEach((item) -> neutral.add(neutral(item)));
			return neutral;
		}
		return node.isString() ? StringNode.valueOf(neutral(node.asString())) : node;
	}

	private String neutral(String text) {
		String neutral = text;
		for (URI address : List.of(this.secure, this.plain)) {
			neutral = neutral.replace(address.toString(), "{{BASE}}")
				.replace(URLEncoder.encode(address.toString(), StandardCharsets.UTF_8), "{{BASE}}")
				.replace(address.getAuthority(), "{{HOST}}");
		}
		return neutral;
	}

}

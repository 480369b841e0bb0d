package dev.banyan.shop;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends recorded requests to a shop, with the numbers that this shop has given to what
 * was made before.
 */
final class Replay {

	private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

	private static final List<String> HEADERS = List.of("content-type", "x-wp-total", "x-wp-totalpages", "link",
			"allow");

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final Shop shop;

	private final Map<String, JsonNode> variables = new HashMap<>();

	Replay(Shop shop) {
		this.shop = shop;
		for (Credentials credentials : List.of(Credentials.of(1), Credentials.of(2), Credentials.of(3))) {
			shop.addKey(credentials.key(), credentials.secret(), credentials.permissions());
		}
	}

	/** A consumer key of the recorded shop. */
	private record Credentials(String key, String secret, String permissions) {

		static Credentials of(int number) {
			String digits = "0".repeat(39) + number;
			return new Credentials("ck_" + digits, "cs_" + digits,
					List.of("read_write", "read", "write").get(number - 1));
		}

		static Credentials named(String name) {
			return switch (name) {
				case "read" -> of(2);
				case "write" -> of(3);
				case "badsecret" -> new Credentials(of(1).key(), "cs_wrong", "");
				case "badkey" -> new Credentials("ck_" + "9".repeat(40), of(1).secret(), "");
				case "admin" -> new Credentials("admin", "password", "");
				default -> of(1);
			};
		}

		String basic() {
			return "Basic " + Base64.getEncoder()
				.encodeToString((this.key + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
		}

	}

	private record Pair(String name, String content) {
	}

	/** What differs from the recorded answer. */
	List<String> differences(Exchange exchange, Comparison comparison) throws IOException, InterruptedException {
		HttpResponse<String> response = CLIENT.send(request(exchange), HttpResponse.BodyHandlers.ofString());
		JsonNode body = scrubbed(json(response.body()));
		exchange.saved().forEach((name, place) -> this.variables.put(name, at(json(response.body()), place)));
		Map<String, String> headers = new HashMap<>();
		for (String header : HEADERS) {
			List<String> lines = response.headers().allValues(header);
			if (!lines.isEmpty()) {
				headers.put(header, scrub(String.join(", ", lines)));
			}
		}
		return comparison.differences(exchange, response.statusCode(), headers, body);
	}

	private HttpRequest request(Exchange exchange) {
		URI base = exchange.plain() ? this.shop.plain() : this.shop.secure();
		String path = text(exchange.template("path"));
		List<Pair> query = query(exchange.template("query"));
		HttpRequest.Builder request = HttpRequest.newBuilder().header("Accept", "application/json");
		authenticate(exchange, base + path, query, request);
		HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
		String contentType = null;
		if (exchange.optional("rawBody").isString()) {
			body = HttpRequest.BodyPublishers.ofString(exchange.optional("rawBody").asString());
			contentType = "application/json";
		}
		else if (!exchange.template("body").isNull()) {
			body = HttpRequest.BodyPublishers.ofString(filled(exchange.template("body")).toString());
			contentType = "application/json";
		}
		Map<String, String> headers = new HashMap<>();
		exchange.optional("requestHeaders")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
		if (contentType != null && headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
			headers.put("Content-Type", contentType);
		}
		headers.forEach(request::setHeader);
		String encoded = query.stream()
			.map((pair) -> URLEncoder.encode(pair.name(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(pair.content(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return request.uri(URI.create(base + path + (encoded.isEmpty() ? "" : "?" + encoded)))
			.method(exchange.method(), body)
			.build();
	}

	private static void authenticate(Exchange exchange, String url, List<Pair> query, HttpRequest.Builder request) {
		String auth = exchange.auth();
		if (auth.startsWith("oauth")) {
			sign(exchange.method(), url, query, auth.contains(":") ? auth.substring(auth.indexOf(':') + 1) : "",
					request);
			return;
		}
		switch (auth) {
			case "none" -> {
			}
			case "garbage" -> request.header("Authorization", "Basic !!!notbase64");
			case "bearer" -> request.header("Authorization", "Bearer abc.def.ghi");
			case "query" -> query.addAll(List.of(new Pair("consumer_key", Credentials.of(1).key()),
					new Pair("consumer_secret", Credentials.of(1).secret())));
			case "query-badsecret" -> query.addAll(List.of(new Pair("consumer_key", Credentials.of(1).key()),
					new Pair("consumer_secret", "cs_wrong")));
			case "query-badkey" ->
				query.addAll(List.of(new Pair("consumer_key", "ck_nope"), new Pair("consumer_secret", "cs_wrong")));
			default ->
				request.header("Authorization", Credentials.named(auth.substring(auth.indexOf(':') + 1)).basic());
		}
	}

	private static void sign(String method, String url, List<Pair> query, String how, HttpRequest.Builder request) {
		long now = System.currentTimeMillis() / 1000;
		List<Pair> signed = new ArrayList<>(query);
		signed.add(new Pair("oauth_consumer_key", Credentials.of(1).key()));
		signed.add(new Pair("oauth_timestamp", String.valueOf(how.equals("oldtime") ? now - 90_000 : now)));
		signed.add(new Pair("oauth_nonce", how.equals("nonce") ? "fixednonce123" : Shop.random()));
		signed.add(new Pair("oauth_signature_method", how.equals("sha1") ? "HMAC-SHA1" : "HMAC-SHA256"));
		String normalized = signed.stream()
			.map((pair) -> encode(pair.name()) + "=" + encode(pair.content()))
			.sorted()
			.collect(Collectors.joining("&"));
		String signature = hmac(how.equals("sha1") ? "HmacSHA1" : "HmacSHA256",
				method + "&" + encode(url) + "&" + encode(normalized));
		signed.add(new Pair("oauth_signature", how.equals("badsig") ? "AAAA" + signature.substring(4) : signature));
		if (how.equals("missing")) {
			signed.removeIf((pair) -> pair.name().equals("oauth_nonce"));
		}
		if (how.equals("header")) {
			request.header("Authorization",
					"OAuth " + signed.stream()
						.filter((pair) -> pair.name().startsWith("oauth_"))
						.map((pair) -> pair.name() + "=\"" + encode(pair.content()) + "\"")
						.collect(Collectors.joining(", ")));
			return;
		}
		query.clear();
		query.addAll(signed);
	}

	private static String hmac(String algorithm, String text) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec((Credentials.of(1).secret() + "&").getBytes(StandardCharsets.UTF_8), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

	private List<Pair> query(JsonNode template) {
		List<Pair> pairs = new ArrayList<>();
		template.properties().forEach((parameter) -> {
			if (parameter.getValue().isArray()) {
				parameter.getValue().forEach((item) -> pairs.add(new Pair(parameter.getKey() + "[]", text(item))));
			}
			else {
				pairs.add(new Pair(parameter.getKey(), text(parameter.getValue())));
			}
		});
		return pairs;
	}

	private String text(JsonNode template) {
		JsonNode filled = filled(template);
		if (filled.isBoolean()) {
			return filled.asBoolean() ? "True" : "False";
		}
		return filled.isString() ? filled.asString() : filled.toString();
	}

	private JsonNode filled(JsonNode template) {
		if (template.isString()) {
			Matcher whole = VARIABLE.matcher(template.asString());
			if (whole.matches() && this.variables.containsKey(whole.group(1))) {
				return this.variables.get(whole.group(1));
			}
			return Exchange.JSON.valueToTree(whole.reset()
				.replaceAll((match) -> Matcher.quoteReplacement(this.variables.containsKey(match.group(1))
						? this.variables.get(match.group(1)).asString() : match.group())));
		}
		if (template.isObject()) {
			ObjectNode filled = Exchange.JSON.createObjectNode();
			template.properties().forEach((property) -> filled.set(property.getKey(), filled(property.getValue())));
			return filled;
		}
		if (template.isArray()) {
			ArrayNode filled = Exchange.JSON.createArrayNode();
			template.forEach((item) -> filled.add(filled(item)));
			return filled;
		}
		return template;
	}

	private JsonNode scrubbed(JsonNode node) {
		if (node.isString()) {
			return Exchange.JSON.valueToTree(scrub(node.asString()));
		}
		if (node.isObject()) {
			ObjectNode scrubbed = Exchange.JSON.createObjectNode();
			node.properties().forEach((property) -> scrubbed.set(property.getKey(), scrubbed(property.getValue())));
			return scrubbed;
		}
		if (node.isArray()) {
			ArrayNode scrubbed = Exchange.JSON.createArrayNode();
			node.forEach((item) -> scrubbed.add(scrubbed(item)));
			return scrubbed;
		}
		return node;
	}

	private String scrub(String text) {
		String scrubbed = text;
		for (URI base : List.of(this.shop.secure(), this.shop.plain())) {
			scrubbed = scrubbed.replace(base.toString(), "{{BASE}}")
				.replace(encode(base.toString()), "{{BASE}}")
				.replace(base.getAuthority(), "{{HOST}}");
		}
		return scrubbed;
	}

	private static JsonNode json(String body) {
		if (body.isEmpty()) {
			return Exchange.JSON.nullNode();
		}
		try {
			return Exchange.JSON.readTree(body);
		}
		catch (tools.jackson.core.JacksonException ex) {
			return Exchange.JSON.valueToTree(body);
		}
	}

	private static JsonNode at(JsonNode body, String place) {
		JsonNode node = body;
		for (String step : place.split("\\.")) {
			node = step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
		}
		return node;
	}

}

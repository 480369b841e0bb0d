package dev.banyan.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import dev.banyan.gateway.HomeServer.Answer;
import dev.banyan.gateway.HomeServer.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real WooCommerce 9.9.5 answered to reads, played again: the first answer to each
 * address.
 */
final class Recording {

	private static final Path FILE = Path
		.of("../architecture-tests/tests/src/test/resources/dev/banyan/shop/woo-9.9.5.jsonl.gz");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Answer> answers = new LinkedHashMap<>();

	static Recording ofReads() throws IOException {
		Recording recording = new Recording();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				recording.add(JSON.readTree(line.replace("{{BASE}}", "http://shop.example")
					.replace("{{HOST}}", "shop.example")
					.replace("{{SITE}}", "shop")));
			}
		}
		return recording;
	}

	private void add(JsonNode exchange) {
		if (!exchange.get("method").asString().equals("GET") || !exchange.get("auth").asString().equals("rw")
				|| exchange.get("responseBody").isString()) {
			return;
		}
		String query = exchange.get("query")
			.properties()
			.stream()
			.flatMap((parameter) -> parameter.getValue().isArray()
					? parameter.getValue()
						.valueStream()
						.map((value) -> encoded(parameter.getKey()) + "=" + encoded(value.asString()))
					: Stream.of(encoded(parameter.getKey()) + "=" + encoded(parameter.getValue().asString())))
			.collect(Collectors.joining("&"));
		String target = exchange.get("path").asString() + (query.isEmpty() ? "" : "?" + query);
		Map<String, String> headers = new HashMap<>();
		exchange.get("headers")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
		this.answers.putIfAbsent(target, new Answer(exchange.get("status").asInt(), headers,
				JSON.writeValueAsString(exchange.get("responseBody")), Duration.ZERO));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	Answer answer(Request request) {
		Answer known = this.answers.get(request.target());
		return (known != null && request.method().equals("GET")) ? known
				: Answer.json(request.method().equals("GET") ? 404 : 200, "{\"method\":\"" + request.method() + "\"}");
	}

	/** The addresses below a path. */
	List<String> targets(String path) {
		return this.answers.keySet().stream().filter((target) -> target.startsWith(path)).toList();
	}

}

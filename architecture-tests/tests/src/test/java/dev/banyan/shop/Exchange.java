package dev.banyan.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to a real WooCommerce and what it answered.
 *
 * @param json the recorded line
 */
record Exchange(JsonNode json) {

	/** Reads whatever a shop may answer. */
	static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE).build())
			.build())
		.build();

	/** All exchanges, in the order in which they were recorded. */
	static List<Exchange> recorded() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(Objects.requireNonNull(Exchange.class.getResourceAsStream("woo-9.9.5.jsonl.gz"))),
				StandardCharsets.UTF_8))) {
			return lines.lines().map(JSON::readTree).map(Exchange::new).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int number() {
		return this.json.get("n").asInt();
	}

	String label() {
		return this.json.get("label").asString();
	}

	String method() {
		return this.json.get("method").asString();
	}

	String auth() {
		return this.json.get("auth").asString();
	}

	/** Whether it went over plain http. */
	boolean plain() {
		return auth().startsWith("oauth") || auth().startsWith("plain");
	}

	String path() {
		return this.json.get("path").asString();
	}

	JsonNode template(String part) {
		return this.json.get("template").get(part);
	}

	JsonNode optional(String part) {
		return this.json.path(part);
	}

	int status() {
		return this.json.get("status").asInt();
	}

	JsonNode headers() {
		return this.json.get("headers");
	}

	JsonNode body() {
		return this.json.get("responseBody");
	}

	/** What later requests refer to, by the place in the answer. */
	Map<String, String> saved() {
		return this.json.has("save") ? JSON.convertValue(this.json.get("save"),
				JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class)) : Map.of();
	}

	@Override
	public String toString() {
		return number() + " " + method() + " " + path() + " (" + label() + ")";
	}

}

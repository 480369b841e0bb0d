package dev.banyan.recordings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real WooCommerce answered, exchange by exchange, starting from an empty store.
 */
record Recording(List<Exchange> exchanges) {

	/** One request, with names in place of the ids of earlier answers, and its answer. */
	record Exchange(JsonNode line) {

		/** Number and label: what the list of declared differences calls it. */
		String name() {
			return this.line.get("n").asInt() + " " + this.line.get("label").asString();
		}

		String path() {
			return this.line.get("path").asString();
		}

		String method() {
			return this.line.get("method").asString();
		}

		String credentials() {
			return this.line.get("auth").asString();
		}

		JsonNode template() {
			return this.line.get("template");
		}

		JsonNode requestHeaders() {
			return this.line.path("requestHeaders");
		}

		JsonNode rawBody() {
			return this.line.path("rawBody");
		}

		/** Names for ids in the answer, and where they are in it. */
		JsonNode names() {
			return this.line.path("save");
		}

		Answer answer() {
			return new Answer(this.line.get("status").asInt(), this.line.get("headers"), this.line.get("responseBody"));
		}

	}

	/**
	 * An answer, with {@code {{BASE}}} and {@code {{HOST}}} in place of the shop's
	 * address.
	 */
	record Answer(int status, JsonNode headers, JsonNode body) {
	}

	static Recording load(String resource) {
		JsonMapper json = JsonMapper.builder().build();
		List<Exchange> exchanges = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(Recording.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				exchanges.add(new Exchange(json.readTree(line)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Recording(List.copyOf(exchanges));
	}

}

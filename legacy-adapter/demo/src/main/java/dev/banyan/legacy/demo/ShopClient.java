package dev.banyan.legacy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a shop's REST API with a consumer key.
 */
final class ShopClient {

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final URI shop;

	private final String authorization;

	ShopClient(URI shop, String key, String secret) {
		this.shop = shop;
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

	/** A request to the legacy endpoints, by their path below {@code /wp-json/wc/v3}. */
	JsonNode send(String method, String path, @Nullable JsonNode body) throws IOException, InterruptedException {
		return request(method, "/wp-json/wc/v3" + path, body);
	}

	/** A request to the native endpoints, by their path below {@code /api/v1}. */
	JsonNode sendNative(String method, String path, JsonNode body) throws IOException, InterruptedException {
		return request(method, "/api/v1" + path, body);
	}

	private JsonNode request(String method, String path, @Nullable JsonNode body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.shop + path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", this.authorization)
			.header("Content-Type", "application/json")
			.method(method, (body != null) ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody())
			.build();
		HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
		if (response.statusCode() >= 300) {
			throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body()
					+ " to " + body);
		}
		return this.json.readTree(response.body());
	}

}

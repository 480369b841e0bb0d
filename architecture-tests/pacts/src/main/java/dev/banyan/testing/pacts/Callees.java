package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the modules that a module calls, and answers what its pacts with them
 * say: of several interactions with one method, the one that was asked most alike.
 */
final class Callees implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpServer server;

	private final List<JsonNode> interactions = new ArrayList<>();

	private final TreeSet<String> modules = new TreeSet<>();

	Callees(String module) {
		try {
			for (Path file : Repository.pactsOf(module)) {
				JsonNode pact = JSON.readTree(Files.readString(file));
				this.modules.add(pact.at("/provider/name").stringValue());
				pact.path("interactions").forEach(this.interactions::add);
			}
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/** How a process finds them. */
	List<String> options() {
		return this.modules.stream()
			.map((module) -> "--banyan.placement.%s.url=http://127.0.0.1:%d".formatted(module,
					this.server.getAddress().getPort()))
			.toList();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
			String path = exchange.getRequestURI().getPath();
			JsonNode response = this.interactions.stream()
				.filter((one) -> one.at("/request/path").asString("").equals(path)
						&& one.at("/response/status").asInt() == 200)
				.min(Comparator.comparing((one) -> one.at("/request/body/content").equals(asked) ? 0 : 1))
				.map((one) -> answer(one, asked))
				.orElseGet(() -> JSON.createObjectNode().put("missing", path));
			byte[] body = response.isMissingNode() ? new byte[0] : response.toString().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(response.has("missing") ? 404 : 200, (body.length == 0) ? -1 : body.length);
			exchange.getResponseBody().write(body);
		}
	}

	/** With the numbers that were asked for in the place of those of the example. */
	private static JsonNode answer(JsonNode interaction, JsonNode asked) {
		Map<Long, Long> numbers = new LinkedHashMap<>();
		align(interaction.at("/request/body/content"), asked, numbers);
		return Examples.replace(interaction.at("/response/body/content"), numbers);
	}

	private static void align(JsonNode example, JsonNode asked, Map<Long, Long> numbers) {
		if (example.isIntegralNumber() && asked.isIntegralNumber()) {
			numbers.put(example.longValue(), asked.longValue());
		}
		else if (example.isArray()) {
			for (int i = 0; i < Math.min(example.size(), asked.size()); i++) {
				align(example.get(i), asked.get(i), numbers);
			}
		}
		else if (example.isObject()) {
			example.properties().forEach((child) -> align(child.getValue(), asked.path(child.getKey()), numbers));
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

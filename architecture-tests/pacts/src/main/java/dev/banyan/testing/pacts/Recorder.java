package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for all modules: writes down what a seam's client sends and answers what it
 * was told to.
 */
final class Recorder implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpServer server;

	private volatile Answer answer = new Answer(200, "application/json", "");

	private volatile @Nullable Request last;

	/**
	 * What a client sent.
	 *
	 * @param path the path
	 * @param key the key under which it is repeat-safe
	 * @param body the arguments by name
	 */
	record Request(String path, @Nullable String key, JsonNode body) {
	}

	/**
	 * What it is answered.
	 *
	 * @param status the HTTP status
	 * @param contentType the type of the body
	 * @param body the body; empty for none
	 */
	record Answer(int status, String contentType, String body) {
	}

	Recorder() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.last = new Request(exchange.getRequestURI().getPath(),
					exchange.getRequestHeaders().getFirst("Idempotency-Key"),
					JSON.readTree(exchange.getRequestBody().readAllBytes()));
			byte[] body = this.answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", this.answer.contentType());
			exchange.sendResponseHeaders(this.answer.status(), (body.length == 0) ? -1 : body.length);
			exchange.getResponseBody().write(body);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What a call sends if it is answered so. */
	Request during(Answer next, Runnable call) {
		this.answer = next;
		this.last = null;
		call.run();
		Request sent = this.last;
		if (sent == null) {
			throw new IllegalStateException("Nothing was sent: is it a seam?");
		}
		return sent;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

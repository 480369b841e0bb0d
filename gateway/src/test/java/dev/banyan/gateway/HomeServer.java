package dev.banyan.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A home that keeps its connections, for many requests.
 */
class HomeServer implements AutoCloseable {

	/** What it answers; may be changed while it serves. */
	volatile Function<Request, Answer> answers;

	final LongAdder served = new LongAdder();

	/** Where requests came from: a connection each. */
	final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/**
	 * A request.
	 *
	 * @param method its method
	 * @param target path and query
	 */
	record Request(String method, String target) {
	}

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param headers its headers
	 * @param body its body
	 * @param after how long it takes
	 */
	record Answer(int status, Map<String, String> headers, String body, Duration after) {

		static Answer json(int status, String body) {
			return new Answer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body, Duration.ZERO);
		}

		Answer after(Duration delay) {
			return new Answer(this.status, this.headers, this.body, delay);
		}

	}

	HomeServer(Function<Request, Answer> answers) {
		this.answers = answers;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::serve);
		this.server.start();
	}

	/** Answers everything alike. */
	static HomeServer named(String name) {
		return new HomeServer((request) -> Answer.json(200, "{\"from\":\"" + name + "\"}"));
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	private void serve(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			this.served.increment();
			this.connections.add(exchange.getRemoteAddress());
			Answer answer = this.answers
				.apply(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString()));
			if (answer.after().isPositive()) {
				Thread.sleep(answer.after());
			}
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
			boolean head = exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(answer.status(), (head || body.length == 0) ? -1 : body.length);
			if (!head) {
				exchange.getResponseBody().write(body);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}

package dev.banyan.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Somebody on loopback who is told things, and does with a message what it is told to.
 */
public class Receiver implements AutoCloseable {

	/** What is done with a message. */
	public interface Reaction {

		/**
		 * @return the status to answer with, 0 to close the connection instead
		 */
		int to(Message message) throws InterruptedException, IOException;

	}

	/**
	 * A message as it came.
	 *
	 * @param id the delivery's
	 * @param topic its topic
	 * @param headers all headers
	 * @param body the body
	 */
	public record Message(String id, String topic, Headers headers, String body) {
	}

	private final HttpServer server;

	private final Queue<Message> messages = new ConcurrentLinkedQueue<>();

	private volatile Reaction reaction = (message) -> 200;

	public Receiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::receive);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			Headers headers = exchange.getRequestHeaders();
			Message message = new Message(headers.getFirst("Delivery"), headers.getFirst("Topic"), headers,
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			int status = this.reaction.to(message);
			if (status > 0) {
				this.messages.add(message);
				exchange.getResponseHeaders().set("Location", "/elsewhere");
				exchange.sendResponseHeaders(status, -1);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** From now on, messages are answered so. */
	public Receiver reacts(Reaction reaction) {
		this.reaction = reaction;
		return this;
	}

	/** What was answered with a status so far, the oldest first. */
	public List<Message> messages() {
		return List.copyOf(this.messages);
	}

	/** The messages of one topic. */
	public List<Message> messages(String topic) {
		return this.messages.stream().filter((message) -> topic.equals(message.topic())).toList();
	}

	public void forget() {
		this.messages.clear();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook";
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

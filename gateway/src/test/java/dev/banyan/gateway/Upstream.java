package dev.banyan.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A home over a bare socket: keeps the exact bytes of every request and answers what it
 * is told to, one request a connection.
 */
class Upstream implements AutoCloseable {

	/** An answer, written to the socket as it pleases. */
	interface Script {

		void answer(String request, Socket socket) throws IOException;

	}

	final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

	volatile Script script = (request, socket) -> {
	};

	private final ServerSocket server;

	Upstream(String body) {
		try {
			this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		answers(200, body);
		Thread.ofVirtual().start(this::accept);
	}

	void answers(int status, String body) {
		this.script = (request, socket) -> write(socket,
				"HTTP/1.1 " + status + " X\r\nContent-Type: application/json; charset=UTF-8\r\nX-WP-Total: 1\r\n"
						+ "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		socket.getOutputStream().flush();
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				Socket socket = this.server.accept();
				Thread.ofVirtual().start(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			String request = read(socket.getInputStream());
			this.requests.add(request);
			this.script.answer(request, socket);
		}
		catch (IOException ex) {
			this.requests.add("broken: " + ex.getMessage());
		}
	}

	private static String read(InputStream in) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		String text = "";
		while (!complete(text)) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("request ended early");
			}
			bytes.write(next);
			if (next == '\n' || text.contains("\r\n\r\n")) {
				text = bytes.toString(StandardCharsets.ISO_8859_1);
			}
			else if (bytes.size() > 4096 && bytes.size() % 1024 == 0) {
				text = bytes.toString(StandardCharsets.ISO_8859_1);
			}
		}
		return text;
	}

	private static boolean complete(String text) {
		int head = text.indexOf("\r\n\r\n");
		if (head < 0) {
			return false;
		}
		List<String> lines = text.substring(0, head).lines().map(String::toLowerCase).toList();
		if (lines.contains("transfer-encoding: chunked")) {
			return text.endsWith("0\r\n\r\n");
		}
		int length = lines.stream()
			.filter((line) -> line.startsWith("content-length: "))
			.mapToInt((line) -> Integer.parseInt(line.substring(16)))
			.findFirst()
			.orElse(0);
		return text.length() - head - 4 >= length;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}

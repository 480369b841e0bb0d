package dev.banyan.shop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends bytes as they are, which no HTTP client would.
 */
final class RawHttp {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int TIMEOUT_MILLIS = 30_000;

	private RawHttp() {
	}

	/** An answer; status 0 for none, an empty body for one that is no JSON. */
	record Answer(int status, JsonNode body, String text) {
	}

	/**
	 * Sends the parts one after the other, then nothing more, and reads until the end.
	 */
	static Answer send(URI listener, List<byte[]> parts) {
		try (Socket socket = new Socket(listener.getHost(), listener.getPort())) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			Thread writer = Thread.startVirtualThread(() -> write(socket, parts));
			String answer = read(socket.getInputStream());
			writer.interrupt();
			return parse(answer);
		}
		catch (IOException ex) {
			return parse("");
		}
	}

	private static void write(Socket socket, List<byte[]> parts) {
		try {
			OutputStream out = socket.getOutputStream();
			for (byte[] part : parts) {
				out.write(part);
			}
			out.flush();
			socket.shutdownOutput();
		}
		catch (IOException ex) {
			// Refused before everything was sent: the answer says why.
		}
	}

	private static String read(InputStream in) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try {
			in.transferTo(answer);
		}
		catch (IOException ex) {
			// A reset after the answer: what came is all there is.
		}
		return answer.toString(StandardCharsets.UTF_8);
	}

	private static Answer parse(String answer) {
		if (!answer.startsWith("HTTP/1.1 ")) {
			return new Answer(0, JSON.missingNode(), answer);
		}
		int head = answer.indexOf("\r\n\r\n");
		String body = (head < 0) ? "" : answer.substring(head + 4);
		int json = body.indexOf('{');
		boolean object = json >= 0 && body.lastIndexOf('}') > json;
		return new Answer(
				Integer.parseInt(answer.substring(9, 12)), object && !body.startsWith("[")
						? tree(body.substring(json, body.lastIndexOf('}') + 1)) : JSON.missingNode(),
				answer.substring(0, Math.min(answer.length(), 2000)));
	}

	private static JsonNode tree(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (tools.jackson.core.JacksonException ex) {
			return JSON.missingNode();
		}
	}

}

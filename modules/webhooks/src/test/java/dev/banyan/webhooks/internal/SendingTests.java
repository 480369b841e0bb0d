package dev.banyan.webhooks.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.banyan.webhooks.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SendingTests {

	private static final Map<String, String> HEADERS = Map.of("Delivery", "1", "Content-Type", "application/json");

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "[::1]", "2130706433", "127.1", "0x7f.1", "[::ffff:127.0.0.1]",
			"0.0.0.0" })
	void reachesNoPrivateAddressHoweverItIsWritten(String host) throws Exception {
		try (Receiver receiver = new Receiver()) {
			String url = receiver.url().replace("127.0.0.1", host);
			assertThat(post(false, url, "{}").accepted()).isFalse();
			assertThat(receiver.messages()).isEmpty();
		}
	}

	@Test
	void tellsWhyItRefuses() throws Exception {
		assertThat(post(false, "http://127.0.0.1:1/", "{}").error()).contains("private network");
		assertThat(post(true, "http://a b/", "{}").error()).contains("Not an address");
	}

	@ParameterizedTest
	@CsvSource({ "200,true", "201,true", "204,true", "301,true", "302,true", "303,false", "307,false", "400,false",
			"404,false", "410,false", "429,false", "500,false", "503,false" })
	void takesTheseAnswersForASuccessAndFollowsNone(int status, boolean success) throws Exception {
		try (Receiver receiver = new Receiver()) {
			Sending.Outcome outcome = post(true, receiver.reacts((message) -> status).url(), "{}");
			assertThat(outcome.accepted()).isEqualTo(success);
			assertThat(outcome.status()).isEqualTo(status);
			assertThat(receiver.messages()).hasSize(1);
		}
	}

	@Test
	void sendsTheBodyAsItIs() throws Exception {
		try (Receiver receiver = new Receiver()) {
			post(true, receiver.url(), "{\"name\":\"Käse \\/ 茶\"}");
			Receiver.Message message = receiver.messages().getFirst();
			assertThat(message.body()).isEqualTo("{\"name\":\"Käse \\/ 茶\"}");
			assertThat(message.headers().get("Content-Type")).containsExactly("application/json");
			assertThat(message.headers().getFirst("User-Agent")).startsWith("Banyan");
		}
	}

	@Test
	void endsAnAttemptInTimeThoughTheAnswerTricklesIn() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> trickle(server));
			long start = System.nanoTime();
			Sending.Outcome outcome = post(true, "http://127.0.0.1:" + server.getLocalPort() + "/", "{}");
			assertThat(outcome.accepted()).isFalse();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		}
	}

	private static void trickle(ServerSocket server) {
		try (Socket socket = server.accept()) {
			socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
			while (true) {
				Thread.sleep(50);
				socket.getOutputStream().write('x');
			}
		}
		catch (IOException | InterruptedException ex) {
			// The caller has gone.
		}
	}

	private static Sending.Outcome post(boolean privateAddresses, String url, String body) throws IOException {
		Duration timeout = Duration.ofSeconds(1);
		Sending sending = new Sending(
				new WebhooksSettings(List.of(), 0, privateAddresses, timeout, timeout, 1, 0, timeout));
		try {
			return sending.post(url, HEADERS, body);
		}
		finally {
			sending.destroy();
		}
	}

}

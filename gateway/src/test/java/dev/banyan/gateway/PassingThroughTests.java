package dev.banyan.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What proxies like to change on the way, byte by byte over bare sockets: the gateway
 * leaves it alone.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassingThroughTests {

	private final Upstream legacy = new Upstream("{}");

	private RunningGateway gateway;

	@BeforeAll
	void start(@TempDir Path data) throws IOException {
		this.gateway = RunningGateway.start(data, Map.of("legacy", this.legacy.address()),
				"--banyan.gateway.homes.monolith=" + this.legacy.address());
	}

	@AfterAll
	void stop() throws IOException {
		this.gateway.close();
		this.legacy.close();
	}

	@BeforeEach
	void forget() {
		this.legacy.requests.clear();
		this.legacy.answers(200, "{}");
	}

	@Test
	void aRedirectIsTheClientsToFollow() throws Exception {
		this.legacy.script = (request, socket) -> Upstream.write(socket,
				"HTTP/1.1 302 Found\r\nLocation: /elsewhere?a=%20b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
		assertThat(ask("GET /shop/ HTTP/1.1\r\nHost: x")).startsWith("HTTP/1.1 302")
			.containsIgnoringCase("\r\nLocation: /elsewhere?a=%20b\r\n");
		assertThat(this.legacy.requests).hasSize(1);
	}

	@Test
	void compressionIsBetweenClientAndHome() throws Exception {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
			zip.write("hello".getBytes(StandardCharsets.UTF_8));
		}
		this.legacy.script = (request, socket) -> {
			Upstream.write(socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size()
					+ "\r\nConnection: close\r\n\r\n");
			socket.getOutputStream().write(zipped.toByteArray());
		};
		String answer = ask("GET /shop/ HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0.7, br");
		assertThat(answer).containsIgnoringCase("\r\nContent-Encoding: gzip\r\n")
			.containsIgnoringCase("\r\nContent-Length: " + zipped.size() + "\r\n")
			.endsWith(zipped.toString(StandardCharsets.ISO_8859_1));
		assertThat(seen()).containsIgnoringCase("\r\nAccept-Encoding: gzip;q=0.7, br\r\n");
		ask("GET /shop/ HTTP/1.1\r\nHost: x");
		assertThat(seen()).doesNotContainIgnoringCase("accept-encoding").doesNotContainIgnoringCase("user-agent");
	}

	@Test
	void headersKeepTheirValuesAndComeOnce() throws Exception {
		this.legacy.script = (request, socket) -> Upstream.write(socket,
				"HTTP/1.1 200 OK\r\nDate: Mon, 01 Jan 2024 00:00:00 GMT\r\nServer: Apache\r\nSet-Cookie: a=1; path=/\r\n"
						+ "Set-Cookie: b=2\r\nContent-Type: text/html\r\nX-Powered-By: PHP/8.2\r\nConnection: X-Hop, close\r\n"
						+ "X-Hop: private\r\nKeep-Alive: timeout=5\r\nContent-Length: 2\r\n\r\nhi");
		List<String> headers = ask("GET /shop/ HTTP/1.1\r\nHost: x").split("\r\n\r\n")[0].lines()
			.map((line) -> line.toLowerCase(Locale.ROOT))
			.toList();
		assertThat(headers).containsOnlyOnce("date: mon, 01 jan 2024 00:00:00 gmt", "server: apache",
				"set-cookie: a=1; path=/", "set-cookie: b=2", "content-type: text/html", "x-powered-by: php/8.2",
				"content-length: 2");
		assertThat(headers.stream().filter((line) -> line.startsWith("date:"))).hasSize(1);
		assertThat(headers).noneMatch((line) -> line.startsWith("x-hop") || line.startsWith("keep-alive: timeout=5"));
	}

	@Test
	void whatAClientSaysOfItsConnectionStaysThere() throws Exception {
		ask("GET /shop/ HTTP/1.1\r\nHost: x\r\nConnection: X-Hop, close\r\nX-Hop: private\r\nX-Goes: on");
		assertThat(seen()).doesNotContainIgnoringCase("x-hop").containsIgnoringCase("\r\nX-Goes: on\r\n");
	}

	@Test
	void aClientThatWaitsForAContinueDoesNotWaitLong() throws Exception {
		long start = System.nanoTime();
		try (Socket socket = open()) {
			Upstream.write(socket, "POST /shop/ HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n"
					+ "Connection: close\r\n\r\n");
			byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
			assertThat(new String(line, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 100");
			Upstream.write(socket, "body");
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
				.contains("HTTP/1.1 200");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		assertThat(seen()).endsWith("\r\n\r\nbody");
	}

	@Test
	void aHeadKeepsTheLengthThatAGetWouldHave() throws Exception {
		this.legacy.script = (request, socket) -> Upstream.write(socket,
				"HTTP/1.1 200 OK\r\nContent-Length: 12345\r\nConnection: close\r\n\r\n");
		assertThat(ask("HEAD /shop/ HTTP/1.1\r\nHost: x")).containsIgnoringCase("\r\nContent-Length: 12345\r\n")
			.endsWith("\r\n\r\n");
	}

	@Test
	void answersWithoutABodyHaveNone() throws Exception {
		for (String status : List.of("204 No Content", "304 Not Modified")) {
			this.legacy.script = (request, socket) -> Upstream.write(socket,
					"HTTP/1.1 " + status + "\r\nETag: \"1\"\r\nConnection: close\r\n\r\n");
			assertThat(ask("GET /shop/ HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"1\""))
				.startsWith("HTTP/1.1 " + status.substring(0, 3))
				.containsIgnoringCase("\r\nETag: \"1\"\r\n")
				.doesNotContainIgnoringCase("transfer-encoding")
				.endsWith("\r\n\r\n");
		}
	}

	@Test
	void anAnswerThatBreaksOffBreaksOffForTheClient() throws Exception {
		for (String framing : List.of("Content-Length: 100000", "Transfer-Encoding: chunked")) {
			this.legacy.script = (request, socket) -> Upstream.write(socket,
					"HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n" + "7530\r\n" + "x".repeat(0x7530) + "\r\n");
			String answer = ask("GET /shop/ HTTP/1.1\r\nHost: x\r\nConnection: keep-alive");
			assertThat(answer).startsWith("HTTP/1.1 200").contains("xxx").doesNotEndWith("\r\n0\r\n\r\n");
		}
	}

	@Test
	void anAnswerThatBreaksOffBeforeTheClientHasAnyOfItIsAFailureAndNothingIsSentTwice() throws Exception {
		this.legacy.script = (request, socket) -> Upstream.write(socket,
				"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Half: yes\r\n\r\nonly this");
		assertThat(raw("POST /wp-json/wc/v3/coupons HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Content-Length: 2\r\n\r\n{}"))
			.startsWith("HTTP/1.1 503")
			.containsIgnoringCase("\r\nRetry-After: 5\r\n")
			.contains("woocommerce_rest_unavailable")
			.doesNotContain("only this", "X-Half");
		assertThat(this.legacy.requests).hasSize(1);
		Thread.sleep(1100);
		assertThat(this.gateway.json("moves/promotions").at("/homes/monolith/failedShare").asDouble()).isEqualTo(1);
	}

	private Socket open() throws IOException {
		return new Socket("127.0.0.1", this.gateway.address("/").getPort());
	}

	private String seen() throws InterruptedException {
		return this.legacy.requests.poll(5, TimeUnit.SECONDS);
	}

	private String ask(String head) throws IOException {
		return raw(head + (head.contains("Connection:") ? "" : "\r\nConnection: close") + "\r\n\r\n");
	}

	private String raw(String request) throws IOException {
		try (Socket socket = open()) {
			Upstream.write(socket, request);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}

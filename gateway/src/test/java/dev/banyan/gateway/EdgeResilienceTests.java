package dev.banyan.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a sick home, a sick client and the end of the process do to requests.
 */
@Timeout(60)
class EdgeResilienceTests {

	private static final Upstream ONE = new Upstream("{\"from\":\"one\"}");

	private static final Upstream TWO = new Upstream("{\"from\":\"two\"}");

	private static final Upstream SICK = new Upstream("{}");

	private static ConfigurableApplicationContext gateway;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@BeforeAll
	static void start() {
		gateway = started("edge");
	}

	private static ConfigurableApplicationContext started(String database) {
		return SpringApplication.run(GatewayApplication.class, "--server.port=0", "--management.server.port=0",
				"--banyan.token.secret=a-secret-for-tests-that-is-long-enough", "--banyan.gateway.plain.port=0",
				"--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1",
				"--banyan.gateway.proxy.response-timeout=1s", "--banyan.gateway.proxy.requests-per-home=4",
				"--banyan.gateway.proxy.break-for=1s", "--banyan.gateway.homes.monolith=lb://shop",
				"--spring.cloud.discovery.client.simple.instances.shop[0].uri=" + ONE.address(),
				"--spring.cloud.discovery.client.simple.instances.shop[1].uri=" + TWO.address(),
				"--banyan.gateway.homes.service=" + SICK.address(),
				"--banyan.gateway.capabilities.inventory.home=service", "--banyan.gateway.homes.gone=lb://nobody",
				"--banyan.gateway.capabilities.taxes.home=gone");
	}

	@AfterAll
	static void stop() {
		gateway.close();
	}

	@BeforeEach
	void allWell() throws Exception {
		ONE.answers(200, "{\"from\":\"one\"}");
		TWO.answers(200, "{\"from\":\"two\"}");
		SICK.answers(200, "{}");
		for (int i = 0; i < 50 && get("/api/v1/stock/1").statusCode() != 200; i++) {
			Thread.sleep(100);
		}
	}

	@Test
	void spreadsRequestsOverTheInstancesOfAHome() throws Exception {
		ONE.requests.clear();
		TWO.requests.clear();
		for (int i = 0; i < 10; i++) {
			assertThat(get("/wp-json/wc/v3/coupons").statusCode()).isEqualTo(200);
		}
		assertThat(ONE.requests).hasSize(5);
		assertThat(TWO.requests).hasSize(5);
	}

	@Test
	void leavesOutAnInstanceThatDoesNotAnswerAndTakesItBack() throws Exception {
		TWO.script = (request, socket) -> socket.close();
		for (int i = 0; i < 60; i++) {
			assertThat(get("/wp-json/wc/v3/coupons").body()).isEqualTo("{\"from\":\"one\"}");
		}
		TWO.requests.clear();
		for (int i = 0; i < 10; i++) {
			assertThat(post("/wp-json/wc/v3/coupons").statusCode()).isEqualTo(200);
		}
		assertThat(TWO.requests).isEmpty();
		TWO.answers(200, "{\"from\":\"two\"}");
		Thread.sleep(1200);
		assertThat(IntStream.range(0, 10).mapToObj((i) -> quietly("/wp-json/wc/v3/coupons")))
			.contains("{\"from\":\"two\"}");
	}

	@Test
	void saysThatAHomeIsNotThereIfDiscoveryKnowsNoInstance() throws Exception {
		HttpResponse<String> refused = get("/wp-json/wc/v3/taxes");
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.headers().firstValue("retry-after")).isPresent();
	}

	@Test
	void neverSendsAWriteTwice() throws Exception {
		SICK.requests.clear();
		SICK.script = (request, socket) -> socket.close();
		assertThat(post("/api/v1/stock/1").statusCode()).isEqualTo(503);
		assertThat(SICK.requests).hasSize(1);
	}

	@Test
	void answersInTimeForAHomeThatHangsAndThenAtOnce() throws Exception {
		SICK.script = (request, socket) -> pause(3000);
		long start = System.nanoTime();
		assertThat(get("/api/v1/stock/1").statusCode()).isEqualTo(504);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(900),
				Duration.ofMillis(2500));
		SICK.script = (request, socket) -> socket.close();
		for (int i = 0; i < 20; i++) {
			get("/api/v1/stock/1");
		}
		SICK.requests.clear();
		HttpResponse<String> refused = get("/api/v1/stock/1");
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.headers().firstValue("retry-after")).isPresent();
		assertThat(SICK.requests).isEmpty();
	}

	@Test
	void keepsASlowHomeFromHoldingMoreThanItsShare() throws Exception {
		CountDownLatch released = new CountDownLatch(1);
		CountDownLatch waiting = new CountDownLatch(4);
		SICK.script = (request, socket) -> {
			Upstream.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{");
			waiting.countDown();
			await(released);
			Upstream.write(socket, "}");
		};
		var held = IntStream.range(0, 4)
			.mapToObj(
					(i) -> CompletableFuture.supplyAsync(() -> quietly("/api/v1/stock/1"), Thread::startVirtualThread))
			.toList();
		assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();
		assertThat(get("/api/v1/stock/1").statusCode()).isEqualTo(503);
		assertThat(get("/wp-json/wc/v3/coupons").statusCode()).isEqualTo(200);
		released.countDown();
		assertThat(held).allSatisfy((answer) -> assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("{}"));
		SICK.answers(200, "{}");
		assertThat(get("/api/v1/stock/1").statusCode()).isEqualTo(200);
	}

	@Test
	void doesNotBlameTheHomeForAClientThatBreaksOff() throws Exception {
		for (int i = 0; i < 20; i++) {
			try (Socket socket = new Socket("127.0.0.1", port(gateway))) {
				Upstream.write(socket, "POST /api/v1/stock/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
			}
		}
		assertThat(get("/api/v1/stock/1").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 100\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
			"Transfer-Encoding: chunked\r\n\r\n5\r\n{}\r\n", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n" })
	void halfABodyNeverLooksLikeAWholeOne(String rest) throws Exception {
		SICK.requests.clear();
		try (Socket socket = new Socket("127.0.0.1", port(gateway))) {
			Upstream.write(socket, "POST /api/v1/stock/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + rest);
			socket.shutdownOutput();
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.startsWith("HTTP/1.1 400 ");
		}
		assertThat(SICK.requests.poll(5, TimeUnit.SECONDS)).startsWith("broken: ");
		assertThat(get("/api/v1/stock/1").statusCode()).isEqualTo(200);
	}

	@Test
	void finishesTheRequestsUnderWayBeforeItEnds() throws Exception {
		ConfigurableApplicationContext ending = started("ending");
		int port = port(ending);
		CountDownLatch arrived = new CountDownLatch(1);
		SICK.script = (request, socket) -> {
			arrived.countDown();
			pause(700);
			Upstream.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
		};
		try (Socket socket = new Socket("127.0.0.1", port)) {
			Upstream.write(socket, "GET /api/v1/stock/1 HTTP/1.1\r\nHost: x\r\n\r\n");
			assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
			ending.close();
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
				.startsWith("HTTP/1.1 200")
				.endsWith("{}");
		}
	}

	private static void pause(long millis) {
		await(new CountDownLatch(1), millis);
	}

	private static void await(CountDownLatch latch) {
		await(latch, 20_000);
	}

	private static void await(CountDownLatch latch, long millis) {
		try {
			latch.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private String quietly(String path) {
		try {
			return get(path).body();
		}
		catch (IOException | InterruptedException ex) {
			return ex.toString();
		}
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(gateway) + path));
	}

}

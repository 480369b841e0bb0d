package dev.banyan.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.banyan.gateway.moves.IllegalTransition;
import dev.banyan.gateway.moves.Moves;
import dev.banyan.gateway.moves.Phase;
import dev.banyan.gateway.moves.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "banyan.token.secret=a-secret-for-tests-that-is-long-enough", "banyan.gateway.plain.port=0",
				"banyan.gateway.proxy.max-body=20KB", "banyan.gateway.proxy.response-timeout=2s",
				"banyan.gateway.capabilities.inventory.home=monolith",
				"banyan.gateway.capabilities.catalog.home=legacy", "management.server.port=0",
				"spring.datasource.url=jdbc:h2:mem:gateway-module;DB_CLOSE_DELAY=-1" })
class GatewayModuleTests {

	private static final Upstream LEGACY = new Upstream("{\"from\":\"legacy\"}");

	private static final Upstream MONOLITH = new Upstream("{\"from\":\"monolith\"}");

	private static final Upstream SERVICE = new Upstream("{\"from\":\"service\"}");

	@DynamicPropertySource
	static void homes(DynamicPropertyRegistry registry) throws IOException {
		Path token = Files.createTempFile("banyan", "token");
		token.toFile().deleteOnExit();
		Files.writeString(token, "operator");
		registry.add("banyan.management.token-file", token::toString);
		registry.add("banyan.gateway.homes.legacy", LEGACY::address);
		registry.add("banyan.gateway.homes.monolith", MONOLITH::address);
		registry.add("banyan.gateway.homes.service", SERVICE::address);
	}

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@LocalServerPort
	private int port;

	@Autowired
	private Moves moves;

	@Autowired
	private Environment environment;

	@BeforeEach
	void answersAsUsual() {
		LEGACY.answers(200, "{\"from\":\"legacy\"}");
		MONOLITH.answers(200, "{\"from\":\"monolith\"}");
		SERVICE.answers(200, "{\"from\":\"service\"}");
		LEGACY.requests.clear();
		MONOLITH.requests.clear();
		SERVICE.requests.clear();
	}

	@AfterEach
	void allAtHome() {
		this.moves.all()
			.values()
			.stream()
			.filter((split) -> split.move().phase() != Phase.HOME)
			.forEach((split) -> this.moves.apply(split.move().capability(), new Signal.RollBack(), "test",
					"end of the test"));
	}

	@Test
	void carriesARequestToTheLegacyHomeByteForByte() throws Exception {
		raw("""
				POST /shop//a%2Fb/?q=%20x+y&&z=[1] HTTP/1.1
				Host: shop.example:1234
				Authorization: Basic abc
				X-Forwarded-For: 1.2.3.4
				X-Odd:   spaced\s
				Banyan-Caller: forged
				Content-Type: application/json
				Content-Length: 7

				{"a":1}""");
		String seen = LEGACY.requests.poll(5, TimeUnit.SECONDS);
		assertThat(seen).startsWith("POST /shop//a%2Fb/?q=%20x+y&&z=[1] HTTP/1.1\r\n")
			.containsIgnoringCase("\r\nHost: shop.example:1234\r\n")
			.contains("\r\nAuthorization: Basic abc\r\n", "\r\nX-Forwarded-For: 1.2.3.4\r\n")
			.containsIgnoringCase("\r\nContent-Type: application/json\r\n")
			.containsIgnoringCase("\r\nContent-Length: 7\r\n")
			.doesNotContain("forged")
			.doesNotContainIgnoringCase("transfer-encoding")
			.endsWith("\r\n\r\n{\"a\":1}");
	}

	@Test
	void replacesCredentialsByASignedCallerTowardsAnOwnHome() throws Exception {
		HttpResponse<String> response = get("/api/v1/stock/1", "Authorization", "Basic Y2tfMTpjc18x");
		assertThat(response.body()).isEqualTo("{\"from\":\"monolith\"}");
		assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=UTF-8");
		assertThat(MONOLITH.requests.poll(5, TimeUnit.SECONDS)).contains("Banyan-Caller: eyJ")
			.doesNotContain("Basic Y2tf");
	}

	@Test
	void refusesABodyOverTheLimitAlsoIfItsLengthIsNotDeclared() throws Exception {
		byte[] body = new byte[30_000];
		HttpResponse<String> declared = post(HttpRequest.BodyPublishers.ofByteArray(body));
		HttpResponse<String> chunked = post(
				HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));
		assertThat(declared.statusCode()).isEqualTo(413);
		assertThat(chunked.statusCode()).isEqualTo(413);
	}

	@Test
	void tellsInTheApisEnvelopeThatAHomeIsDown() throws Exception {
		MONOLITH.script = (request, socket) -> socket.close();
		HttpResponse<String> envelope = get("/wp-json/wc/v3/coupons");
		assertThat(envelope.statusCode()).isEqualTo(503);
		assertThat(envelope.headers().firstValue("retry-after")).isPresent();
		assertThat(envelope.body()).contains("\"code\":\"woocommerce_rest_unavailable\"", "\"status\":503");
		HttpResponse<String> problem = get("/api/v1/stock/1");
		assertThat(problem.statusCode()).isEqualTo(503);
		assertThat(problem.headers().firstValue("content-type")).hasValue("application/problem+json");
	}

	@Test
	void closesTheHomesConnectionWhenTheClientLeaves() throws Exception {
		MONOLITH.script = (request, socket) -> {
			Upstream.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
			while (true) {
				Upstream.write(socket, "data: " + "x".repeat(1000) + "\n\n");
				sleep(5);
			}
		};
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			Upstream.write(socket, "GET /api/v1/stock/events HTTP/1.1\r\nHost: x\r\n\r\n");
			assertThat(socket.getInputStream().readNBytes(3000)).hasSize(3000);
		}
		assertThat(MONOLITH.requests.poll(5, TimeUnit.SECONDS)).startsWith("GET /api/v1/stock/events");
		assertThat(MONOLITH.requests.poll(10, TimeUnit.SECONDS)).startsWith("broken");
	}

	@Test
	void sharesACapabilityOutAndRollsBack() throws Exception {
		assertThat(get("/api/v1/stock/1", "Banyan-Who-Served", "1").headers().firstValue("banyan-served-by"))
			.hasValue("monolith; phase=HOME");
		this.moves.apply("inventory", new Signal.Canary("service", 100), "test", "all of it");
		assertThat(get("/api/v1/stock/1").body()).isEqualTo("{\"from\":\"service\"}");
		assertThat(get("/api/v1/stock/1", "Banyan-Home", "monolith").body()).isEqualTo("{\"from\":\"monolith\"}");
		this.moves.apply("inventory", new Signal.RollBack(), "test", "enough");
		assertThat(get("/api/v1/stock/1").body()).isEqualTo("{\"from\":\"monolith\"}");
		assertThat(this.moves.journal(1)).first().satisfies((entry) -> {
			assertThat(entry.from()).isEqualTo("CANARY at monolith, 100 % at service");
			assertThat(entry.to()).isEqualTo("HOME at monolith");
			assertThat(entry.reason()).isEqualTo("enough");
		});
	}

	@Test
	void leavesWritesToTheLegacyHomeAndCannotSettleThere() throws Exception {
		this.moves.apply("catalog", new Signal.Canary("monolith", 100), "test", "reads");
		assertThat(get("/wp-json/wc/v3/products").body()).isEqualTo("{\"from\":\"monolith\"}");
		HttpRequest write = request("/wp-json/wc/v3/products").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
		assertThat(this.client.send(write, HttpResponse.BodyHandlers.ofString()).body())
			.isEqualTo("{\"from\":\"legacy\"}");
		assertThatThrownBy(() -> this.moves.apply("catalog", new Signal.Settle(), "test", "done"))
			.isInstanceOf(IllegalTransition.class)
			.hasMessageContaining("store of its own");
	}

	@Test
	void rollsBackByItselfWhenTheCandidateFails() throws Exception {
		SERVICE.answers(500, "{}");
		this.moves.apply("inventory", new Signal.Canary("service", 100), "test", "a bad candidate");
		sleep(1000);
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (this.moves.split("inventory").move().phase() == Phase.CANARY && System.nanoTime() < deadline) {
			get("/api/v1/stock/1");
			sleep(50);
		}
		assertThat(this.moves.split("inventory").move().phase()).isEqualTo(Phase.HOME);
		assertThat(this.moves.journal(1)).first().satisfies((entry) -> {
			assertThat(entry.who()).isEqualTo("promotion loop");
			assertThat(entry.reason()).contains("requests failed");
		});
		assertThat(get("/api/v1/stock/1").statusCode()).isEqualTo(200);
	}

	@Test
	void showsOneItemForADifferenceHoweverOftenItIsSeen() throws Exception {
		this.moves.apply("inventory", new Signal.Shadow("service"), "test", "compare");
		for (int id = 1; id <= 20; id++) {
			assertThat(get("/api/v1/stock/" + id).body()).isEqualTo("{\"from\":\"monolith\"}");
		}
		String inbox = "";
		for (int i = 0; i < 50 && !inbox.contains("\"occurrences\":20"); i++) {
			sleep(100);
			inbox = management("/actuator/differences");
		}
		assertThat(inbox).containsOnlyOnce("\"place\":\"$.from\"")
			.contains("\"resource\":\"GET /api/v1/stock/{id}\"", "\"kind\":\"VALUE\"", "\"occurrences\":20");
	}

	@Test
	void asksTheHomeOnceIfTheCandidateDoesNotAnswer() throws Exception {
		SERVICE.script = (request, socket) -> socket.close();
		this.moves.apply("inventory", new Signal.Shadow("service"), "test", "compare");
		assertThat(get("/api/v1/stock/7/silence").body()).isEqualTo("{\"from\":\"monolith\"}");
		String inbox = "";
		for (int i = 0; i < 50 && !inbox.contains("NO_ANSWER"); i++) {
			sleep(100);
			inbox = management("/actuator/differences");
		}
		assertThat(inbox).contains("\"kind\":\"NO_ANSWER\"", "GET /api/v1/stock/{id}/silence");
		assertThat(MONOLITH.requests).hasSize(1);
	}

	@Test
	void failsNoRequestWhileTheTableChanges() throws Exception {
		AtomicInteger served = new AtomicInteger();
		AtomicBoolean running = new AtomicBoolean(true);
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<String>>> results = IntStream.range(0, 4).mapToObj((client) -> clients.submit(() -> {
				List<String> wrong = new ArrayList<>();
				while (running.get()) {
					HttpResponse<String> response = get("/api/v1/stock/1");
					served.incrementAndGet();
					if (response.statusCode() != 200 || response.body().contains("legacy")) {
						wrong.add(response.statusCode() + " " + response.body());
					}
				}
				return wrong;
			})).toList();
			for (int change = 0; change < 1000; change++) {
				this.moves.apply("inventory", new Signal.Canary("service", change % 101), "test", "change");
			}
			running.set(false);
			for (Future<List<String>> result : results) {
				assertThat(result.get()).isEmpty();
			}
		}
		assertThat(served.get()).isGreaterThan(50);
	}

	@Test
	void operatesMovesOverTheManagementPortAndNamesARefusal() throws Exception {
		assertThat(operate("inventory", "{\"action\":\"auto\",\"to\":\"service\",\"who\":\"me\",\"reason\":\"go\"}")
			.body()).contains("\"phase\":\"SHADOW\"", "\"automatic\":true");
		HttpResponse<String> refused = operate("inventory", "{\"action\":\"settle\",\"who\":\"me\",\"reason\":\"go\"}");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Settle refused");
		assertThat(operate("nothing", "{\"action\":\"pause\",\"who\":\"me\",\"reason\":\"go\"}").statusCode())
			.isEqualTo(400);
		assertThat(management("/actuator/moves/inventory")).contains("\"candidate\":\"service\"");
	}

	@Test
	void showsAnEmptyConsoleToEverybodyAndFiguresOnlyWithTheToken() throws Exception {
		HttpRequest.Builder console = HttpRequest.newBuilder(managementUri("/actuator/console"));
		HttpResponse<String> page = this.client.send(console.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("content-type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
		HttpRequest.Builder moves = HttpRequest.newBuilder(managementUri("/actuator/moves"));
		assertThat(this.client.send(moves.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
	}

	@Test
	void exportsTheWholeAuditInTheOrderOfItsChanges() throws Exception {
		this.moves.apply("inventory", new Signal.Shadow("service"), "anna", "look \"closely\"\nand long");
		this.moves.apply("inventory", new Signal.RollBack(), "ben", "seen enough");
		List<String> lines = management("/actuator/audit").lines().toList();
		assertThat(lines).allMatch((line) -> line.matches("\\{\"id\":\\d+,\"at\":\"20.+}"));
		assertThat(lines.get(lines.size() - 2)).contains("\"who\":\"anna\"", "look \\\"closely\\\"\\nand long");
		assertThat(lines.getLast()).contains("\"who\":\"ben\"", "\"reason\":\"seen enough\"");
		String last = lines.get(lines.size() - 2).replaceAll(".*\"id\":(\\d+),.*", "$1");
		assertThat(management("/actuator/audit?after=" + last).lines()).containsExactly(lines.getLast());
	}

	private HttpResponse<String> operate(String capability, String body) throws Exception {
		return this.client.send(HttpRequest.newBuilder(managementUri("/actuator/moves/" + capability))
			.header("Authorization", "Bearer operator")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI managementUri(String path) {
		return URI.create("http://127.0.0.1:" + this.environment.getProperty("local.management.port") + path);
	}

	private String management(String path) throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + this.environment.getProperty("local.management.port") + path);
		return this.client
			.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer operator").build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private HttpResponse<String> get(String path, String... headers) throws Exception {
		HttpRequest.Builder request = request(path);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
		return this.client.send(request("/api/v1/stock/1").POST(body).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private void raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			int head = request.indexOf("\n\n");
			Upstream.write(socket,
					request.substring(0, head).replace("\n", "\r\n") + "\r\n\r\n" + request.substring(head + 2));
			byte[] answer = new byte[12];
			assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
			assertThat(new String(answer, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 200");
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

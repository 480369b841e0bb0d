package dev.banyan.gateway.gates;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import dev.banyan.gateway.moves.Move;
import dev.banyan.gateway.moves.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The contract gate with a server that answers as a Pact Broker does.
 */
class PactBrokerTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private final Map<String, String> answers = new HashMap<>();

	private final List<String> credentials = new ArrayList<>();

	private final Questions questions = new Questions();

	@TempDir
	private Path folder;

	private volatile int unknown = 404;

	private HttpServer server;

	private ContractGate gate;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.credentials.add(Objects.toString(exchange.getRequestHeaders().getFirst("Authorization")));
			String answer = this.answers.get(exchange.getRequestURI().toString());
			byte[] body = Objects.requireNonNullElse(answer, "{\"error\": \"unknown\"}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders((answer != null) ? 200 : this.unknown, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
		this.answers.put("/broker",
				"""
						{"_links": {"pb:latest-provider-pacts": {"href": "%s/pacts/provider/{provider}/latest", "templated": true}}}"""
					.formatted(address("/broker")));
		this.answers.put("/broker/pacts/provider/inventory/latest",
				"""
						{"_links": {"pb:pacts": [{"href": "x", "name": "ordering"}, {"href": "y", "name": "a warehouse/script"}]}}""");
		this.answers.put("/monolith", "{\"build\": {\"id\": \"m1\"}}");
		this.answers.put("/service", "{\"build\": {\"id\": \"s1\"}}");
		for (String consumer : List.of("ordering", "a%20warehouse%2Fscript")) {
			for (String build : List.of("m1", "s1")) {
				verified(consumer, build, "{\"success\": true, \"verifiedAt\": \"2026-11-21T09:30:00+01:00\"}");
			}
		}
		this.gate = gate(null);
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.questions.close();
	}

	@Test
	void agreesIfEveryConsumersLatestPactIsVerifiedForTheBuildsThatAnswer() {
		assertThat(refusal()).isEmpty();
		assertThat(this.credentials).containsOnly("null");
	}

	@Test
	void namesThePairThatFailed() {
		verified("a%20warehouse%2Fscript", "s1", "{\"success\": false, \"verifiedAt\": \"2026-11-21T09:30:00+01:00\"}");
		assertThat(refusal())
			.contains("The pact between consumer a warehouse/script and provider inventory is not verified "
					+ "against home service (build s1): it failed.");
	}

	@Test
	void doesNotCountWhatWasNotVerifiedOrLongAgo() {
		verified("ordering", "m1", "null");
		assertThat(refusal()).get().asString().endsWith("home monolith (build m1): there is no result.");
		verified("ordering", "m1", "{\"success\": true, \"verifiedAt\": \"2026-11-20T11:59:59Z\"}");
		assertThat(refusal()).get().asString().endsWith("the result is older than 24 hours.");
		verified("ordering", "m1", "{\"success\": true}");
		assertThat(refusal()).get().asString().endsWith("the result has no date.");
	}

	@Test
	void doesNotCountTheResultOfAnotherBuild() {
		this.answers.put("/service", "{\"build\": {\"id\": \"s2\"}}");
		assertThat(refusal()).get().asString().endsWith("home service (build s2): there is no result.");
		this.answers.put(matrix("ordering", "s2"), this.answers.get(matrix("ordering", "s1")));
		assertThat(refusal()).get().asString().endsWith("home service (build s2): there is no result.");
	}

	@Test
	void agreesIfNobodyHasAPactWithTheCapability() {
		this.answers.remove("/broker/pacts/provider/inventory/latest");
		assertThat(refusal()).isEmpty();
	}

	@Test
	void refusesIfThatIsNoBrokerOrItDoesNotAnswer() {
		this.answers.put("/broker", "{}");
		assertThat(refusal()).get()
			.asString()
			.endsWith("/broker cannot be read: it is not the index of a Pact Broker.");
		this.answers.put("/broker", "<html>");
		assertThat(refusal()).get().asString().contains("/broker cannot be read: ");
		this.answers.remove("/broker");
		assertThat(refusal()).get().asString().endsWith("it is not the index of a Pact Broker.");
		this.server.stop(0);
		assertThat(refusal()).get().asString().endsWith("/broker cannot be read: it did not answer.");
	}

	@Test
	void refusesIfTheBrokerDoesNotSayWhosePactsThereAre() {
		this.answers.put("/broker/pacts/provider/inventory/latest", "{}");
		assertThat(refusal()).get().asString().endsWith("/latest cannot be read: it does not tell the pacts.");
		this.answers.remove("/broker/pacts/provider/inventory/latest");
		for (int status : new int[] { 302, 400, 401, 503 }) {
			this.unknown = status;
			assertThat(refusal()).get().asString().endsWith("/latest cannot be read: it answered " + status + ".");
		}
	}

	@Test
	void doesNotCountABuildThatTheBrokerDoesNotKnow() {
		this.unknown = 400;
		this.answers.remove(matrix("ordering", "s1"));
		assertThat(refusal()).get().asString().endsWith("home service (build s1): there is no result.");
		this.unknown = 503;
		assertThat(refusal()).get().asString().endsWith("it answered 503.");
	}

	@Test
	void goesNowhereElseThoughTheIndexSaysSo() throws IOException {
		this.gate = gate(Files.writeString(this.folder.resolve("authorization"), "Bearer a-secret"));
		this.answers.put("/broker",
				"""
						{"_links": {"pb:latest-provider-pacts": {"href": "http://localhost:%d/broker/pacts/provider/{provider}/latest"}}}"""
					.formatted(this.server.getAddress().getPort()));
		assertThat(refusal()).get().asString().contains("cannot be read: it is not at 127.0.0.1:");
		assertThat(this.credentials).hasSize(1);
	}

	@Test
	void tellsTheBrokerWhoAsksAndNobodyElse() throws IOException {
		Path file = Files.writeString(this.folder.resolve("authorization"), "Bearer a-secret\n");
		this.gate = gate(file);
		assertThat(refusal()).isEmpty();
		assertThat(this.credentials).containsOnly("Bearer a-secret", "null");
		assertThat(this.credentials.stream().filter("null"::equals)).as("the homes are asked for their builds")
			.hasSize(4);
		Files.delete(file);
		assertThat(refusal()).get().asString().contains("cannot be read").doesNotContain("a-secret");
	}

	@Test
	void isConfiguredWithFoldersOrABroker() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new GateSettings.Contracts(this.folder, null, null, Map.of(), Duration.ofHours(24)))
			.withMessageContaining("either pacts and results, or broker.url");
		assertThatIllegalArgumentException().isThrownBy(() -> new GateSettings.Contracts(this.folder, this.folder,
				new GateSettings.Broker(address("/broker"), null), Map.of(), Duration.ofHours(24)));
	}

	private Optional<String> refusal() {
		Move before = Move.atHome("inventory", "monolith");
		Signal signal = new Signal.Canary("service", 5);
		return this.gate.refuses(before, signal, before.next(signal, NOW));
	}

	private ContractGate gate(Path authorization) {
		GateSettings.Contracts contracts = new GateSettings.Contracts(null, null,
				new GateSettings.Broker(address("/broker"), authorization),
				Map.of("monolith", address("/monolith"), "service", address("/service")), Duration.ofHours(24));
		return new ContractGate(new GateSettings(contracts, List.of(), List.of()), this.questions, new JsonMapper(),
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private void verified(String consumer, String build, String result) {
		this.answers.put(matrix(consumer, build), """
				{"summary": {"deployable": true}, "matrix": [{"consumer": {"name": "%s", "version": {"number": "7"}},
				"provider": {"name": "inventory", "version": {"number": "%s"}}, "verificationResult": %s}]}"""
			.formatted(URLDecoder.decode(consumer, StandardCharsets.UTF_8), build, result));
	}

	private static String matrix(String consumer, String build) {
		return "/broker/matrix?q%5B%5D%5Bpacticipant%5D=inventory&q%5B%5D%5Bversion%5D=" + build
				+ "&q%5B%5D%5Bpacticipant%5D=" + consumer + "&q%5B%5D%5Blatest%5D=true&latestby=cvpv";
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

}

package dev.banyan.gateway;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.banyan.gateway.HomeServer.Answer;
import dev.banyan.gateway.HomeServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code ./banyan move} takes the catalog from a recorded shop to a stand-in for the
 * monolith and back; its clients notice nothing.
 */
class RecordedShopMovesTests {

	private static final int CONSUMERS = 60;

	@TempDir
	private Path data;

	@Test
	void clientsSeeTheSameShopAtEveryWeightAndAfterTheRollback() throws Exception {
		Recording recording = Recording.ofReads();
		List<String> targets = recording.targets("/wp-json/wc/v3/products");
		assertThat(targets).hasSizeGreaterThan(30);
		try (HomeServer legacy = new HomeServer(recording::answer);
				HomeServer monolith = new HomeServer(recording::answer);
				RunningGateway gateway = RunningGateway.start(this.data,
						Map.of("legacy", legacy.address(), "monolith", monolith.address()),
						"--banyan.gateway.capabilities.catalog.home=legacy")) {
			gateway.consumers(CONSUMERS);
			assertThat(banyan(gateway, "move", "catalog", "--to", "monolith", "--shadow", "--reason", "say \"hi\""))
				.startsWith("catalog: SHADOW at legacy, 0 % at monolith");
			assertThat(round(gateway, recording, targets)).isEqualTo(CONSUMERS);
			assertThat(legacy.served.sum()).isGreaterThanOrEqualTo(CONSUMERS);
			for (int i = 0; i < 100 && monolith.served.sum() < CONSUMERS; i++) {
				Thread.sleep(50);
			}
			assertThat(monolith.served.sum()).isEqualTo(CONSUMERS);
			assertThat(gateway.managed("differences")).isEqualTo("[]");

			long before = 0;
			for (int weight : new int[] { 1, 2, 5, 10, 25, 50, 100 }) {
				assertThat(banyan(gateway, "move", "catalog", "--canary", String.valueOf(weight)))
					.contains("CANARY at legacy, " + weight + " % at monolith");
				monolith.served.reset();
				round(gateway, recording, targets);
				assertThat(monolith.served.sum()).isBetween(before, (long) CONSUMERS);
				before = monolith.served.sum();
			}
			assertThat(before).isEqualTo(CONSUMERS);
			assertThat(gateway
				.send(0, HttpRequest.newBuilder(gateway.address("/wp-json/wc/v3/products"))
					.header("Banyan-Who-Served", "1")
					.POST(HttpRequest.BodyPublishers.ofString("{}")))
				.headers()
				.firstValue("Banyan-Served-By")).hasValue("legacy; phase=CANARY");
			assertThat(banyan(gateway, "move", "catalog", "--settle")).contains("refused", "a store of its own");

			assertThat(banyan(gateway, "move", "catalog", "--rollback")).startsWith("catalog: HOME at legacy");
			monolith.served.reset();
			round(gateway, recording, targets);
			assertThat(monolith.served.sum()).isZero();
			assertThat(banyan(gateway, "move", "--status")).contains("inventory: HOME at monolith");
			assertThat(gateway.json("moves").get("journal")).hasSize(9)
				.last()
				.satisfies((entry) -> assertThat(entry.get("reason").asString()).isEqualTo("say 'hi'"));
		}
	}

	@Test
	void theLauncherNamesWhatIsRefusedAndFreezesAllMoves() throws Exception {
		try (HomeServer monolith = HomeServer.named("monolith");
				HomeServer service = HomeServer.named("service");
				RunningGateway gateway = RunningGateway.start(this.data,
						Map.of("monolith", monolith.address(), "service", service.address()))) {
			assertThat(banyan(gateway, "move", "inventory", "--rollback")).contains("refused", "No move is under way.");
			assertThat(banyan(gateway, "move", "nothing", "--status")).contains("refused", "no capability nothing");
			assertThat(banyan(gateway, "move", "inventory", "--canary", "5")).contains("refused", "to is missing");
			assertThat(banyan(gateway, "freeze", "--reason", "the sale is on")).startsWith("Frozen");
			assertThat(banyan(gateway, "move", "inventory", "--to", "service", "--canary", "5"))
				.contains("All moves are frozen", "the sale is on");
			assertThat(banyan(gateway, "move", "inventory", "--to", "service", "--shadow")).contains("SHADOW");
			assertThat(banyan(gateway, "move", "--status")).startsWith("frozen since");
			assertThat(banyan(gateway, "thaw")).contains("No longer frozen");
			assertThat(banyan(gateway, "move", "inventory", "--canary", "5")).contains("5 % at service");
			assertThat(banyan(gateway, "freeze")).startsWith("Frozen");
			assertThat(banyan(gateway, "move", "inventory", "--canary", "2")).contains("2 % at service");
			assertThat(banyan(gateway, "move", "inventory", "--rollback")).contains("HOME at monolith");
			assertThat(gateway.json("moves").get("journal").valueStream().map((entry) -> entry.get("step").asString()))
				.contains("Freeze", "Thaw");
		}
	}

	/** One request of each consumer; every answer is the recorded one. */
	private static int round(RunningGateway gateway, Recording recording, List<String> targets)
			throws IOException, InterruptedException {
		for (int consumer = 0; consumer < CONSUMERS; consumer++) {
			String target = targets.get(consumer % targets.size());
			HttpResponse<String> got = gateway.get(target, consumer);
			Answer expected = recording.answer(new Request("GET", target));
			assertThat(got.statusCode()).isEqualTo(expected.status());
			assertThat(got.body()).isEqualTo(expected.body());
			expected.headers()
				.forEach((name, value) -> assertThat(got.headers().firstValue(name)).as(name).hasValue(value));
		}
		return CONSUMERS;
	}

	private String banyan(RunningGateway gateway, String... command) throws IOException, InterruptedException {
		ProcessBuilder launcher = new ProcessBuilder("../banyan").redirectErrorStream(true)
			.directory(new File("").getAbsoluteFile());
		launcher.command().addAll(List.of(command));
		launcher.environment().put("BANYAN_DATA", this.data.toString());
		launcher.environment().put("BANYAN_PORT_OFFSET", String.valueOf(gateway.managementPort() - 9080));
		Process process = launcher.start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return said;
	}

}

package dev.banyan.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

import dev.banyan.gateway.HomeServer.Answer;
import dev.banyan.gateway.HomeServer.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sick candidate in the shadow against no shadow at all, in interleaved rounds. Runs
 * with {@code -Pmeasure}.
 */
@Tag("measure")
class ShadowCostTests {

	private static final int ROUNDS = 15;

	private static final int REQUESTS = 400;

	@TempDir
	private Path data;

	@Test
	void aHungCandidateCostsTheClientNothing() throws Exception {
		measure((request) -> Answer.json(200, "{\"from\":\"same\"}").after(Duration.ofSeconds(30)), "hung");
	}

	@Test
	void aCandidateThatBreaksOffCostsTheClientNothing() throws Exception {
		measure((request) -> {
			throw new IllegalStateException("reset");
		}, "resetting");
	}

	private void measure(Function<Request, Answer> sick, String name) throws Exception {
		try (HomeServer monolith = HomeServer.named("same");
				HomeServer service = new HomeServer(sick);
				RunningGateway gateway = RunningGateway.start(this.data,
						Map.of("monolith", monolith.address(), "service", service.address()))) {
			gateway.consumers(1);
			p99(gateway);
			p99(gateway);
			double[] differences = new double[ROUNDS];
			for (int round = 0; round < ROUNDS; round++) {
				double with = 0;
				double without = 0;
				for (boolean shadow : (round % 2 == 0) ? new boolean[] { true, false }
						: new boolean[] { false, true }) {
					if (shadow) {
						operate(gateway, "\"shadow\",\"to\":\"service\"");
						with = p99(gateway);
						operate(gateway, "\"rollback\"");
					}
					else {
						without = p99(gateway);
					}
				}
				differences[round] = with - without;
			}
			Arrays.sort(differences);
			System.out.printf("shadow to a %s candidate: p99 %+.2f ms (median of %d rounds; %+.2f to %+.2f)%n", name,
					differences[ROUNDS / 2], ROUNDS, differences[ROUNDS / 4], differences[ROUNDS * 3 / 4]);
			assertThat(differences[ROUNDS / 2]).isLessThanOrEqualTo(1);
			if (name.equals("hung")) {
				assertThat(gateway.managed("prometheus"))
					.doesNotContain("banyan_shadow_total{outcome=\"dropped\"} 0.0");
			}
		}
	}

	private static double p99(RunningGateway gateway) throws IOException, InterruptedException {
		long[] nanos = new long[REQUESTS];
		for (int request = 0; request < REQUESTS; request++) {
			long start = System.nanoTime();
			assertThat(gateway.get("/api/v1/stock/1", 0).statusCode()).isEqualTo(200);
			nanos[request] = System.nanoTime() - start;
		}
		Arrays.sort(nanos);
		return nanos[REQUESTS * 99 / 100] / 1e6;
	}

	private static void operate(RunningGateway gateway, String action) throws IOException, InterruptedException {
		gateway.operate("moves/inventory", "{\"action\":" + action + ",\"who\":\"test\",\"reason\":\"test\"}");
	}

}

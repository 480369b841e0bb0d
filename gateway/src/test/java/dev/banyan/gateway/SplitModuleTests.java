package dev.banyan.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The split over HTTP, with consumers who have keys.
 */
class SplitModuleTests {

	private static final int CONSUMERS = 1000;

	private static final int REQUESTS = 3;

	@TempDir
	private Path data;

	@Test
	void eachConsumerStaysWhereItIsAndMovesOnceWhileTheWeightGrows() throws Exception {
		try (HomeServer monolith = HomeServer.named("monolith");
				HomeServer service = HomeServer.named("service");
				RunningGateway gateway = RunningGateway.start(this.data,
						Map.of("monolith", monolith.address(), "service", service.address()),
						"--banyan.gateway.limits.slowest=1m", "--banyan.gateway.limits.slower=1m")) {
			gateway.consumers(CONSUMERS);
			Set<Integer> before = Set.of();
			for (int weight : new int[] { 1, 5, 50 }) {
				gateway.canary("inventory", "service", weight);
				monolith.served.reset();
				service.served.reset();
				Set<Integer> moved = moved(gateway);
				assertThat(moved).containsAll(before);
				double expected = CONSUMERS * weight / 100.0;
				double sigma = Math.sqrt(expected * (1 - weight / 100.0));
				assertThat((double) moved.size()).isBetween(expected - 4 * sigma, expected + 4 * sigma);
				assertThat(service.served.sum()).isEqualTo((long) moved.size() * REQUESTS);
				assertThat(monolith.served.sum()).isEqualTo((long) (CONSUMERS - moved.size()) * REQUESTS);
				before = moved;
			}
		}
	}

	/** Who is served by the candidate, each time it asks. */
	private static Set<Integer> moved(RunningGateway gateway) throws Exception {
		Set<Integer> moved = new HashSet<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
			List<Callable<Boolean>> consumers = new ArrayList<>();
			IntStream.range(0, CONSUMERS).forEach((consumer) -> consumers.add(() -> atCandidate(gateway, consumer)));
			List<Future<Boolean>> results = clients.invokeAll(consumers);
			for (int consumer = 0; consumer < CONSUMERS; consumer++) {
				if (results.get(consumer).get()) {
					moved.add(consumer);
				}
			}
		}
		return moved;
	}

	private static boolean atCandidate(RunningGateway gateway, int consumer) throws IOException, InterruptedException {
		Set<String> homes = new HashSet<>();
		for (int request = 0; request < REQUESTS; request++) {
			homes.add(gateway.get("/api/v1/stock/" + request, consumer).body());
		}
		assertThat(homes).hasSize(1);
		return homes.contains("{\"from\":\"service\"}");
	}

}

package dev.banyan.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.banyan.gateway.HomeServer.Answer;
import dev.banyan.gateway.HomeServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred planted differences of ten kinds go through the whole gateway in the shadow.
 */
class PlantedDifferencesTests {

	/** So many requests for each of the ten addresses whose answer is wrong once. */
	private static final int RARE = 500;

	/** How many copies the shadow has under way at most. */
	private static final int ROOM = 64;

	/** What is found is listed a little later. */
	private static final Duration LISTED = Duration.ofMillis(1500);

	@TempDir
	private Path data;

	@Test
	void ninetyNineOfAHundredAreReportedAndNothingOfEqualHomes() throws Exception {
		Recording recording = Recording.ofReads();
		Answer product = recording.answer(new Request("GET", target(recording, "/wp-json/wc/v3/products/18")));
		Answer order = recording.answer(new Request("GET", target(recording, "/wp-json/wc/v3/orders/29")));
		Answer list = recording.answer(new Request("GET", target(recording, "/wp-json/wc/v3/products?orderby=price")));
		List<Planted> planted = Planted.in(product, order, list);
		assertThat(planted).hasSize(100);
		assertThat(planted.stream().filter((mistake) -> mistake.wrong().equals(mistake.right())).map(Planted::path))
			.isEmpty();
		Map<String, Planted> byPath = planted.stream().collect(Collectors.toMap(Planted::path, Function.identity()));
		Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
		try (HomeServer legacy = new HomeServer((request) -> byPath.get(request.target()).right());
				HomeServer monolith = new HomeServer((request) -> byPath.get(request.target()).right());
				RunningGateway gateway = RunningGateway.start(this.data,
						Map.of("legacy", legacy.address(), "monolith", monolith.address()),
						"--banyan.gateway.capabilities.catalog.home=legacy")) {
			gateway.consumers(1);
			gateway.operate("moves/catalog",
					"{\"action\":\"shadow\",\"to\":\"monolith\",\"who\":\"test\",\"reason\":\"test\"}");
			int requests = send(gateway, planted, 0);
			Thread.sleep(LISTED.toMillis());
			assertThat(gateway.managed("differences")).isEqualTo("[]");

			monolith.answers = (request) -> {
				Planted mistake = byPath.get(request.target());
				int times = asked.computeIfAbsent(request.target(), (path) -> new AtomicInteger()).incrementAndGet();
				return (mistake.kind().equals("rare") && times != RARE / 2) ? mistake.right() : mistake.wrong();
			};
			send(gateway, planted, requests);
			Thread.sleep(LISTED.toMillis());
			assertThat(missed(gateway, planted)).hasSizeLessThanOrEqualTo(1);
		}
	}

	private static String target(Recording recording, String path) {
		return recording.targets(path)
			.stream()
			.filter((target) -> !target.contains("/variations"))
			.findFirst()
			.orElseThrow();
	}

	/** Few at a time, so that the shadow has room for all of them. */
	private static int send(RunningGateway gateway, List<Planted> planted, int before) throws Exception {
		List<Callable<Integer>> requests = new ArrayList<>();
		for (Planted mistake : planted) {
			for (int i = 0; i < (mistake.kind().equals("rare") ? RARE : 1); i++) {
				requests.add(() -> gateway.get(mistake.path(), 0).statusCode());
			}
		}
		try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
			for (int from = 0; from < requests.size(); from += ROOM) {
				int to = Math.min(requests.size(), from + ROOM);
				for (Future<Integer> status : clients.invokeAll(requests.subList(from, to))) {
					assertThat(status.get()).isEqualTo(200);
				}
				compared(gateway, before + to);
			}
		}
		return requests.size();
	}

	/** All of them, none dropped. */
	private static void compared(RunningGateway gateway, int requests) throws Exception {
		String expected = "banyan_shadow_total{outcome=\"compared\"} " + (double) requests;
		for (int i = 0; i < 500 && !gateway.managed("prometheus").contains(expected); i++) {
			Thread.sleep(10);
		}
		assertThat(gateway.managed("prometheus")).contains(expected, "banyan_shadow_total{outcome=\"dropped\"} 0.0");
	}

	private static Map<String, Planted> missed(RunningGateway gateway, List<Planted> planted) throws Exception {
		Map<String, Planted> missed = new TreeMap<>();
		planted.forEach((mistake) -> missed.put("GET " + mistake.path(), mistake));
		gateway.json("differences").forEach((item) -> missed.remove(item.get("resource").asString()));
		return missed;
	}

}

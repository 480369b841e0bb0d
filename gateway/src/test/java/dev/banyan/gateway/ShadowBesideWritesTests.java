package dev.banyan.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.banyan.gateway.HomeServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The candidate tells another quantity once, and the same from then on: either it is
 * wrong, or somebody changed the quantity and changed it back between the two answers.
 */
class ShadowBesideWritesTests {

	private static final String STOCK = "/api/v1/stock/1";

	@TempDir
	private Path data;

	@Test
	void isADifferenceIfNobodyWrote() throws Exception {
		isADifference(false, 10);
	}

	@Test
	void isNoneIfSomebodyJustWrote() throws Exception {
		whenRead(true, 10, (gateway) -> {
			await().until(() -> changedMeanwhile(gateway) == 1);
			assertThat(gateway.managed("differences")).isEqualTo("[]");
		});
	}

	@Test
	void isADifferenceIfItStaysEvenWhileSomebodyWrites() throws Exception {
		isADifference(true, 9);
	}

	private void isADifference(boolean afterAWrite, int later) throws Exception {
		whenRead(afterAWrite, later, (gateway) -> await().until(() -> !gateway.managed("differences").equals("[]")));
	}

	/** The monolith always tells 10; the service 9 at first. */
	private void whenRead(boolean afterAWrite, int later, Check check) throws Exception {
		try (HomeServer monolith = quantity(10, 10);
				HomeServer service = quantity(9, later);
				RunningGateway gateway = shadowing(monolith, service)) {
			if (afterAWrite) {
				gateway.send(0, HttpRequest.newBuilder(gateway.address(STOCK + "/adjustments"))
					.POST(BodyPublishers.ofString("{}")));
			}
			gateway.get(STOCK, 0);
			check.of(gateway);
		}
	}

	private static HomeServer quantity(int first, int later) {
		AtomicInteger reads = new AtomicInteger();
		return new HomeServer((request) -> {
			boolean read = request.method().equals("GET");
			int quantity = (read && reads.getAndIncrement() == 0) ? first : later;
			return Answer.json(200, "{\"quantity\":" + quantity + "}");
		});
	}

	private RunningGateway shadowing(HomeServer monolith, HomeServer service) throws Exception {
		RunningGateway gateway = RunningGateway.start(this.data,
				Map.of("monolith", monolith.address(), "service", service.address()));
		gateway.consumers(1);
		gateway.operate("moves/inventory",
				"{\"action\":\"shadow\",\"to\":\"service\",\"who\":\"test\",\"reason\":\"test\"}");
		return gateway;
	}

	private static double changedMeanwhile(RunningGateway gateway) throws Exception {
		return gateway.managed("prometheus")
			.lines()
			.filter((line) -> line.startsWith("banyan_shadow_total{") && line.contains("changed_meanwhile"))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	private interface Check {

		void of(RunningGateway gateway) throws Exception;

	}

}

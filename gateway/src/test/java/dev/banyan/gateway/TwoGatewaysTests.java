package dev.banyan.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.banyan.gateway.moves.Moves;
import dev.banyan.gateway.moves.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two gateways over one store.
 */
class TwoGatewaysTests {

	private static final int CHANGES = 20;

	@TempDir
	private Path data;

	@Test
	void aChangeAtOneIsFollowedByTheOtherWithinAQuarterOfASecond() throws Exception {
		try (HomeServer monolith = HomeServer.named("monolith");
				HomeServer service = HomeServer.named("service");
				RunningGateway one = started(monolith, service);
				RunningGateway other = started(monolith, service)) {
			one.consumers(1);
			Moves followed = other.bean(Moves.class);
			List<Duration> delays = new ArrayList<>();
			for (int change = 1; change <= CHANGES; change++) {
				RunningGateway at = (change % 2 == 0) ? one : other;
				Moves seen = (change % 2 == 0) ? followed : one.bean(Moves.class);
				at.canary("inventory", "service", change);
				long start = System.nanoTime();
				while (seen.split("inventory").move().weight() != change) {
					assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
					Thread.sleep(5);
				}
				delays.add(Duration.ofNanos(System.nanoTime() - start));
			}
			assertThat(delays.stream().sorted().toList().get(CHANGES - 2)).isLessThan(Duration.ofMillis(250));
			one.canary("inventory", "service", 100);
			Thread.sleep(250);
			assertThat(other.get("/api/v1/stock/1", 0).body()).isEqualTo("{\"from\":\"service\"}");
			other.operate("moves", "{\"action\":\"freeze\",\"who\":\"test\",\"reason\":\"sale\"}");
			assertThat(one.json("moves").get("frozen").get("reason").asString()).isEqualTo("sale");
			one.operate("moves/inventory", "{\"action\":\"rollback\",\"who\":\"test\",\"reason\":\"over\"}");
			Thread.sleep(250);
			assertThat(followed.split("inventory").move().phase()).isEqualTo(Phase.HOME);
		}
	}

	private RunningGateway started(HomeServer monolith, HomeServer service) throws Exception {
		return RunningGateway.start(this.data, Map.of("monolith", monolith.address(), "service", service.address()));
	}

}

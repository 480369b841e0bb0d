package dev.banyan.gateway;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsToHomesTests {

	@Test
	void areUsedAgain(@TempDir Path data) throws Exception {
		try (HomeServer monolith = HomeServer.named("same");
				RunningGateway gateway = RunningGateway.start(data,
						Map.of("monolith", monolith.address(), "service", monolith.address()))) {
			gateway.consumers(1);
			for (int i = 0; i < 50; i++) {
				assertThat(gateway.get("/wp-json/wc/v3/coupons", 0).statusCode()).isEqualTo(200);
			}
			assertThat(monolith.served.sum()).isGreaterThanOrEqualTo(50);
			assertThat(monolith.connections).hasSizeLessThan(5);
		}
	}

}

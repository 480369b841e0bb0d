package dev.banyan.webhooks.internal;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksSettingsTests {

	@Test
	void triesTenTimesWithinThreeDaysUnlessItIsToldOtherwise() {
		WebhooksSettings settings = bound(Map.of());
		assertThat(settings.retryDelays()).hasSize(9);
		assertThat(settings.retryDelays().stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofDays(2),
				Duration.ofDays(3));
		assertThat(settings).usingRecursiveComparison()
			.ignoringFields("retryDelays")
			.isEqualTo(new WebhooksSettings(settings.retryDelays(), 0.1, false, Duration.ofSeconds(5),
					Duration.ofSeconds(15), 4, 5, Duration.ofDays(30)));
	}

	@Test
	void canBeToldOtherwise() {
		WebhooksSettings settings = bound(Map.of("banyan.webhooks.retry-delays", "1s,2s", "banyan.webhooks.jitter", "0",
				"banyan.webhooks.private-addresses", "true", "banyan.webhooks.connect-timeout", "1s",
				"banyan.webhooks.timeout", "2s", "banyan.webhooks.parallel", "1", "banyan.webhooks.disable-after", "0",
				"banyan.webhooks.retention", "7d"));
		assertThat(settings.retryDelays()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
		assertThat(settings).usingRecursiveComparison()
			.ignoringFields("retryDelays")
			.isEqualTo(new WebhooksSettings(settings.retryDelays(), 0, true, Duration.ofSeconds(1),
					Duration.ofSeconds(2), 1, 0, Duration.ofDays(7)));
	}

	private static WebhooksSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("banyan.webhooks",
				WebhooksSettings.class);
	}

}

package dev.banyan.webhooks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.webhooks.WebhooksTestApplication.SetClock;
import dev.banyan.webhooks.WebhooksTestApplication.Shown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What happened is told, whatever becomes of the process that was about to tell it.
 */
@Tag("database")
class RestartModuleTests {

	private static final CountDownLatch NEVER = new CountDownLatch(1);

	private final Receiver receiver = new Receiver();

	@Test
	void tellsAfterARestartWhatFailedWhatWaitedAndWhatWasUnderWay() {
		this.receiver.reacts((message) -> 503);
		try (ConfigurableApplicationContext first = process("webhooks-restart", "banyan.events.retry-interval=1h")) {
			add(first);
			place(first, 1);
			await().until(() -> deliveries(first).stream().anyMatch((one) -> one.body().equals("order 1")));
			Shown shown = first.getBean(Shown.class);
			shown.react(() -> {
				throw new IllegalStateException("The face has failed");
			});
			place(first, 2);
			await().until(() -> shown.asked() == 2);
			shown.react(NEVER::await);
			place(first, 3);
			await().until(() -> shown.asked() == 3);
		}
		this.receiver.forget();
		this.receiver.reacts((message) -> 200);
		try (ConfigurableApplicationContext second = process("webhooks-restart", "banyan.events.retry-interval=50ms",
				"spring.modulith.events.staleness.processing=1m",
				"spring.modulith.events.staleness.check-interval=50ms")) {
			second.getBean(SetClock.class).advance(Duration.ofMinutes(2));
			await().untilAsserted(
					() -> assertThat(this.receiver.messages("order.created")).extracting(Receiver.Message::body)
						.containsExactlyInAnyOrder("order 1", "order 2", "order 3"));
		}
	}

	@Test
	void sharesTheWorkAmongProcessesWithoutTellingTwice() {
		try (ConfigurableApplicationContext one = process("webhooks-shared");
				ConfigurableApplicationContext other = process("webhooks-shared")) {
			add(one);
			IntStream.range(0, 200).forEach((order) -> place((order % 2 == 0) ? one : other, order));
			await().until(() -> deliveries(one).stream()
				.filter((it) -> it.state() == DeliveryState.DELIVERED)
				.count() == 201);
			assertThat(this.receiver.messages("order.created")).extracting(Receiver.Message::body)
				.containsExactlyInAnyOrder(
						IntStream.range(0, 200).mapToObj((order) -> "order " + order).toArray(String[]::new));
		}
	}

	private static ConfigurableApplicationContext process(String store, String... more) {
		return new SpringApplicationBuilder(WebhooksTestApplication.class).web(WebApplicationType.NONE)
			.properties("spring.datasource.url=jdbc:h2:mem:" + store + ";DB_CLOSE_DELAY=-1",
					"banyan.webhooks.private-addresses=true", "banyan.webhooks.interval=20ms")
			.properties(more)
			.run();
	}

	private void add(ConfigurableApplicationContext process) {
		process.getBean(Webhooks.class)
			.add(new Webhook(0, "ERP", WebhookStatus.ACTIVE, "order.created", this.receiver.url(), "secret",
					Instant.EPOCH, null));
	}

	private static void place(ConfigurableApplicationContext process, long order) {
		process.getBean(TransactionTemplate.class)
			.executeWithoutResult((status) -> process.publishEvent(new OrderPlaced(UUID.randomUUID(), Instant.EPOCH,
					order, OrderStatus.PROCESSING, 0, "USD", BigDecimal.TEN)));
	}

	private static List<Delivery> deliveries(ConfigurableApplicationContext process) {
		return process.getBean(Deliveries.class).latest(1, 1000);
	}

}

package dev.banyan.webhooks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.webhooks.WebhooksTestApplication.SetClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A receiver is down for ten minutes while twenty events a second happen. The clock is
 * set, the twelve thousand events and all attempts are real.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:webhooks-outage;DB_CLOSE_DELAY=-1",
				"banyan.webhooks.private-addresses=true", "banyan.webhooks.interval=20ms",
				"banyan.webhooks.parallel=8" })
class OutageModuleTests {

	private static final int EVENTS_A_SECOND = 20;

	private static final Duration OUTAGE = Duration.ofMinutes(10);

	/** A microsecond more, so that no retry is due at the very end of a claim. */
	private static final Duration STEP = Duration.ofSeconds(30).plusNanos(1000);

	private static final Duration CLAIM = Duration.ofSeconds(45);

	/** The longest pause after an attempt within the outage. */
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(990);

	@Autowired
	private Webhooks webhooks;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void tellsEverythingOnceTheReceiverIsBack() {
		try (Receiver receiver = new Receiver()) {
			Set<String> refused = ConcurrentHashMap.newKeySet();
			receiver.reacts((message) -> refused.add(message.id()) ? 0 : 503);
			this.webhooks.add(new Webhook(0, "ERP", WebhookStatus.ACTIVE, "order.created", receiver.url(), "secret",
					Instant.EPOCH, null));
			int told = 0;
			for (Duration down = Duration.ZERO; down.compareTo(OUTAGE) < 0; down = down.plus(STEP)) {
				placeOrders(told);
				told += STEP.toSeconds() * EVENTS_A_SECOND;
				awaitAttempts(told);
				this.clock.advance(STEP);
			}
			assertThat(told).isEqualTo(12_000);
			receiver.forget();
			receiver.reacts((message) -> 200);
			Instant back = this.clock.instant();
			while (pending() > 0) {
				this.clock.advance(STEP);
				awaitAttempts(told);
			}
			assertThat(Duration.between(back, this.clock.instant())).isLessThanOrEqualTo(LONGEST_PAUSE.plus(STEP));
			List<Receiver.Message> received = receiver.messages();
			assertThat(received).extracting(Receiver.Message::id).hasSize(told).doesNotHaveDuplicates();
			assertThat(received.stream().map(Receiver.Message::id).collect(Collectors.toSet()))
				.containsAll(refused.stream().filter((id) -> !id.equals(pingId())).toList());
			assertThat(received.stream().map(Receiver.Message::body).collect(Collectors.toSet()))
				.isEqualTo(IntStream.range(0, told).mapToObj((order) -> "order " + order).collect(Collectors.toSet()));
		}
	}

	private void placeOrders(int first) {
		for (int second = 0; second < STEP.toSeconds(); second++) {
			int start = first + second * EVENTS_A_SECOND;
			this.transaction.executeWithoutResult((status) -> IntStream.range(start, start + EVENTS_A_SECOND)
				.forEach((order) -> this.events.publishEvent(new OrderPlaced(UUID.randomUUID(), this.clock.instant(),
						order, OrderStatus.PROCESSING, 0, "USD", BigDecimal.TEN))));
		}
	}

	/**
	 * Until every event is queued, all that is due was tried and nothing is under way.
	 */
	private void awaitAttempts(int told) {
		await().atMost(Duration.ofMinutes(1))
			.until(() -> count("1 = 1") == told + 1
					&& count("state = 'PENDING' and (next_attempt_at <= :now or next_attempt_at = :claimed)") == 0);
	}

	private long pending() {
		return count("state = 'PENDING'");
	}

	private long count(String condition) {
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return this.database.sql("select count(*) from webhooks.delivery where " + condition)
			.param("now", now)
			.param("claimed", now.plus(CLAIM))
			.query(Long.class)
			.single();
	}

	private String pingId() {
		return this.database.sql("select id from webhooks.delivery where topic = 'ping'").query(String.class).single();
	}

}

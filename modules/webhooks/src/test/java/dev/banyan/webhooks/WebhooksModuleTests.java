package dev.banyan.webhooks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.banyan.catalog.ProductAdded;
import dev.banyan.catalog.ProductChanged;
import dev.banyan.catalog.ProductRemoved;
import dev.banyan.catalog.ProductRestored;
import dev.banyan.customers.CustomerChanged;
import dev.banyan.customers.CustomerRegistered;
import dev.banyan.customers.CustomerRemoved;
import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.promotions.CouponAdded;
import dev.banyan.promotions.CouponChanged;
import dev.banyan.promotions.CouponRemoved;
import dev.banyan.webhooks.WebhooksTestApplication.SetClock;
import dev.banyan.webhooks.WebhooksTestApplication.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:webhooks-module;DB_CLOSE_DELAY=-1",
				"banyan.webhooks.private-addresses=true", "banyan.webhooks.interval=20ms", "banyan.webhooks.jitter=0" })
class WebhooksModuleTests {

	private static final UUID EVENT = UUID.randomUUID();

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private final List<Long> added = new ArrayList<>();

	private final Receiver receiver = new Receiver();

	@Autowired
	private Webhooks webhooks;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private Shown shown;

	@Autowired
	private SetClock clock;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void removesItsWebhooks() {
		this.receiver.close();
		this.added.forEach(this.webhooks::remove);
	}

	static Stream<Arguments> events() {
		return Stream.of(Arguments.of(new ProductAdded(EVENT, NOON, 7, 0), "product.created"),
				Arguments.of(new ProductChanged(EVENT, NOON, 7, 0), "product.updated"),
				Arguments.of(new ProductRestored(EVENT, NOON, 7, 0), "product.restored"),
				Arguments.of(new ProductRemoved(EVENT, NOON, 7, 0), "product.deleted"),
				Arguments.of(new CustomerRegistered(EVENT, NOON, 7), "customer.created"),
				Arguments.of(new CustomerChanged(EVENT, NOON, 7), "customer.updated"),
				Arguments.of(new CustomerRemoved(EVENT, NOON, 7), "customer.deleted"),
				Arguments.of(new CouponAdded(EVENT, NOON, 7), "coupon.created"),
				Arguments.of(new CouponChanged(EVENT, NOON, 7, "publish", "draft"), "coupon.updated"),
				Arguments.of(new CouponChanged(EVENT, NOON, 7, "publish", "trash"), "coupon.deleted"),
				Arguments.of(new CouponChanged(EVENT, NOON, 7, "trash", "publish"), "coupon.restored"),
				Arguments.of(new CouponRemoved(EVENT, NOON, 7), "coupon.deleted"),
				Arguments.of(placed(7), "order.created"),
				Arguments.of(changed(OrderStatus.PENDING, OrderStatus.PROCESSING), "order.updated"),
				Arguments.of(changed(OrderStatus.PENDING, OrderStatus.TRASH), "order.deleted"),
				Arguments.of(changed(OrderStatus.TRASH, OrderStatus.PENDING), "order.restored"),
				Arguments.of(new OrderRemoved(EVENT, NOON, 7), "order.deleted"));
	}

	@ParameterizedTest
	@MethodSource("events")
	void tellsAnEventToThoseWhoAskedForItsTopic(Object event, String topic) {
		add(topic);
		add("action.something_else");
		publish(event);
		await().untilAsserted(() -> assertThat(this.receiver.messages(topic)).hasSize(1));
		assertThat(this.receiver.messages(topic).getFirst().body())
			.isEqualTo(topic.substring(0, topic.indexOf('.')) + " 7");
		assertThat(this.receiver.messages()).extracting(Receiver.Message::topic).containsOnly("ping", topic);
	}

	@Test
	void pingsANewWebhookOnce() {
		Webhook webhook = add("order.created");
		await().untilAsserted(() -> assertThat(this.receiver.messages("ping")).hasSize(1));
		assertThat(this.receiver.messages("ping").getFirst().body()).isEqualTo("webhook_id=" + webhook.id());
	}

	@Test
	void tellsARepeatedEventOnce() {
		Webhook webhook = add("order.created");
		OrderPlaced event = placed(8);
		publish(event);
		publish(event);
		publish(placed(9));
		awaitBodies("order 8", "order 9");
		assertThat(this.deliveries.latest(webhook.id(), 10)).hasSize(3);
	}

	@Test
	void tellsWhatWasShownWhenItHappened() {
		this.receiver.reacts((message) -> 503);
		Webhook webhook = add("order.created");
		this.shown.show(50, "{\"total\":\"1.00\"}");
		publish(placed(50));
		await().untilAsserted(() -> assertThat(latest(webhook)).hasSize(1));
		this.shown.show(50, "{\"total\":\"2.00\"}");
		await().untilAsserted(() -> assertThat(latest(webhook).getFirst().lastStatus()).isEqualTo(503));
		this.receiver.forget();
		this.receiver.reacts((message) -> 200);
		this.clock.advance(Duration.ofMinutes(1));
		awaitBodies("{\"total\":\"1.00\"}");
	}

	@Test
	void triesTenTimesWithinThreeDaysUnderOneId() {
		this.receiver.reacts((message) -> 500);
		Webhook webhook = add("order.created");
		publish(placed(1));
		List<Duration> pauses = new ArrayList<>();
		for (int attempt = 1; attempt < 10; attempt++) {
			Delivery delivery = failed(webhook, attempt);
			Duration pause = Duration.between(this.clock.instant(), delivery.nextAttemptAt());
			pauses.add(pause);
			this.clock.advance(pause);
		}
		await().untilAsserted(() -> assertThat(latest(webhook).getFirst().state()).isEqualTo(DeliveryState.GIVEN_UP));
		assertThat(pauses).extracting(Duration::toMinutes)
			.containsExactly(1L, 5L, 15L, 60L, 180L, 360L, 720L, 1200L, 1740L);
		assertThat(this.receiver.messages("order.created")).hasSize(10)
			.extracting(Receiver.Message::id)
			.containsOnly(latest(webhook).getFirst().id());
	}

	@Test
	void sendsADeliveryAgainUnderItsId() {
		Webhook webhook = add("order.created");
		publish(placed(1));
		awaitBodies("order 1");
		await().untilAsserted(() -> assertThat(latest(webhook).getFirst().state()).isEqualTo(DeliveryState.DELIVERED));
		String id = latest(webhook).getFirst().id();
		assertThat(this.deliveries.replay(id)).isPresent();
		awaitBodies("order 1", "order 1");
		assertThat(this.receiver.messages("order.created")).extracting(Receiver.Message::id).containsOnly(id);
		assertThat(this.deliveries.replay("unknown")).isEmpty();
	}

	@Test
	void switchesAWebhookOffAfterFiveDeliveriesGivenUpInARowAndLosesNothingThatWaits() {
		this.receiver.reacts((message) -> 404);
		Webhook webhook = add("order.created");
		for (int order = 1; order <= 5; order++) {
			publish(placed(order));
		}
		await().untilAsserted(() -> assertThat(latest(webhook)).hasSize(5));
		for (int attempt = 1; attempt <= 9; attempt++) {
			int made = attempt;
			await().untilAsserted(
					() -> assertThat(latest(webhook)).allMatch((delivery) -> isFailed(delivery, made)).hasSize(5));
			if (attempt == 9) {
				publish(placed(6));
				await()
					.untilAsserted(() -> assertThat(latest(webhook)).filteredOn((one) -> isFailed(one, 1)).hasSize(1));
			}
			this.clock.advance(Duration.ofHours(30));
		}
		await().untilAsserted(() -> assertThat(this.webhooks.find(webhook.id()).orElseThrow().status())
			.isEqualTo(WebhookStatus.DISABLED));
		try (Receiver other = new Receiver()) {
			add("order.created", other);
			publish(placed(7));
			await().untilAsserted(() -> assertThat(other.messages("order.created")).hasSize(1));
		}
		this.receiver.forget();
		this.receiver.reacts((message) -> 200);
		this.webhooks.replace(webhook);
		this.clock.advance(Duration.ofHours(30));
		awaitBodies("order 6");
	}

	@Test
	void leavesAPausedWebhookInPeace() {
		Webhook webhook = add("order.created");
		await().untilAsserted(() -> assertThat(this.receiver.messages("ping")).hasSize(1));
		this.webhooks.replace(with(webhook, WebhookStatus.PAUSED));
		publish(placed(1));
		Webhook other = add("order.created");
		publish(placed(2));
		await().untilAsserted(() -> assertThat(latest(other)).extracting(Delivery::body).contains("order 2"));
		assertThat(latest(webhook)).isEmpty();
	}

	@Test
	void doesNotLetASlowReceiverDelayAnother() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		AtomicInteger atOnce = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		try (Receiver slow = new Receiver()) {
			slow.reacts((message) -> {
				most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
				end.await();
				atOnce.decrementAndGet();
				return 200;
			});
			Webhook patient = add("order.created", slow);
			add("order.created");
			String[] told = IntStream.range(0, 50).mapToObj((order) -> "order " + order).toArray(String[]::new);
			IntStream.range(0, 50).forEach((order) -> publish(placed(order)));
			awaitBodies(told);
			await().untilAsserted(() -> assertThat(atOnce.get()).isEqualTo(4));
			assertThat(slow.messages()).isEmpty();
			end.countDown();
			await().untilAsserted(() -> assertThat(slow.messages("order.created")).hasSize(50));
			await().untilAsserted(() -> assertThat(this.deliveries.latest(patient.id(), 100))
				.allMatch((delivery) -> delivery.state() == DeliveryState.DELIVERED));
			assertThat(most.get()).isEqualTo(4);
		}
	}

	private Delivery failed(Webhook webhook, int attempt) {
		await().untilAsserted(() -> assertThat(latest(webhook)).hasSize(1).allMatch((one) -> isFailed(one, attempt)));
		return latest(webhook).getFirst();
	}

	/** Not merely claimed: what came of the attempt is known. */
	private boolean isFailed(Delivery delivery, int attempt) {
		return delivery.attempts() == attempt && delivery.lastStatus() != null
				&& !delivery.nextAttemptAt().equals(this.clock.instant().plusSeconds(45));
	}

	/** What was queued for a webhook beside its ping. */
	private List<Delivery> latest(Webhook webhook) {
		return this.deliveries.latest(webhook.id(), 100)
			.stream()
			.filter((delivery) -> !delivery.topic().equals("ping"))
			.toList();
	}

	private void awaitBodies(String... bodies) {
		await()
			.untilAsserted(() -> assertThat(this.receiver.messages("order.created")).extracting(Receiver.Message::body)
				.containsExactlyInAnyOrder(bodies));
	}

	private Webhook add(String topic) {
		return add(topic, this.receiver);
	}

	private Webhook add(String topic, Receiver receiver) {
		Webhook webhook = this.webhooks.add(new Webhook(0, "A webhook", WebhookStatus.ACTIVE, topic, receiver.url(),
				"secret", Instant.EPOCH, null));
		this.added.add(webhook.id());
		return webhook;
	}

	private static Webhook with(Webhook webhook, WebhookStatus status) {
		return new Webhook(webhook.id(), webhook.name(), status, webhook.topic(), webhook.deliveryUrl(),
				webhook.secret(), webhook.createdAt(), webhook.modifiedAt());
	}

	private void publish(Object event) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	private static OrderPlaced placed(long id) {
		return new OrderPlaced(UUID.randomUUID(), NOON, id, OrderStatus.PROCESSING, 0, "USD", BigDecimal.TEN);
	}

	private static OrderChanged changed(OrderStatus before, OrderStatus after) {
		return new OrderChanged(EVENT, NOON, 7, before, after, 2);
	}

}

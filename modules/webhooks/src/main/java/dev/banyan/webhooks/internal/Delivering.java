package dev.banyan.webhooks.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

import dev.banyan.webhooks.Delivery;
import dev.banyan.webhooks.DeliveryState;
import dev.banyan.webhooks.MessageFormat;
import dev.banyan.webhooks.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the deliveries that are due. Every webhook has slots of its own, so that a slow
 * receiver delays no other.
 */
@Component
class Delivering {

	private static final Logger logger = LoggerFactory.getLogger(Delivering.class);

	private static final Duration MARGIN = Duration.ofSeconds(30);

	private final DeliveryQueue queue;

	private final MessageFormat format;

	private final Sending sending;

	private final WebhooksSettings settings;

	private final Clock clock;

	private final Map<Long, Semaphore> slots = new ConcurrentHashMap<>();

	Delivering(DeliveryQueue queue, MessageFormat format, Sending sending, WebhooksSettings settings, Clock clock) {
		this.queue = queue;
		this.format = format;
		this.sending = sending;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${banyan.webhooks.interval:500ms}")
	void deliverDue() {
		for (long webhookId : this.queue.due()) {
			Semaphore free = this.slots.computeIfAbsent(webhookId, (id) -> new Semaphore(this.settings.parallel()));
			for (int idle = free.drainPermits(); idle > 0; idle--) {
				Thread.ofVirtual().name("webhook-" + webhookId).start(() -> {
					try {
						deliverAll(webhookId);
					}
					catch (RuntimeException ex) {
						logger.warn("Deliveries to webhook {} go on later: {}", webhookId, ex.getMessage());
					}
					finally {
						free.release();
					}
				});
			}
		}
	}

	private void deliverAll(long webhookId) {
		for (;;) {
			Optional<Webhook> receiver = this.queue.receiver(webhookId);
			if (receiver.isEmpty()) {
				return;
			}
			Optional<Delivery> next = this.queue.claim(webhookId, this.settings.timeout().plus(MARGIN));
			if (next.isEmpty()) {
				return;
			}
			deliver(receiver.get(), next.get());
		}
	}

	private void deliver(Webhook webhook, Delivery delivery) {
		Sending.Outcome outcome = this.sending.post(webhook.deliveryUrl(), this.format.headers(webhook, delivery),
				delivery.body());
		int attempt = delivery.attempts();
		Instant now = this.clock.instant();
		if (outcome.accepted()) {
			this.queue.settle(delivery, DeliveryState.DELIVERED, now, outcome.status(), null);
			this.queue.accepted(webhook.id());
		}
		else if (delivery.topic().equals(DeliveryQueue.PING)) {
			this.queue.settle(delivery, DeliveryState.GIVEN_UP, now, outcome.status(), outcome.error());
		}
		else if (attempt > this.settings.retryDelays().size()) {
			this.queue.settle(delivery, DeliveryState.GIVEN_UP, now, outcome.status(), outcome.error());
			this.queue.givenUp(webhook.id(), this.settings.disableAfter());
		}
		else {
			this.queue.settle(delivery, DeliveryState.PENDING, now.plus(pause(attempt)), outcome.status(),
					outcome.error());
		}
	}

	private Duration pause(int attempt) {
		double factor = 1 + this.settings.jitter() * (2 * ThreadLocalRandom.current().nextDouble() - 1);
		return Duration.ofMillis((long) (this.settings.retryDelays().get(attempt - 1).toMillis() * factor));
	}

	@Scheduled(fixedDelayString = "1h")
	void forgetOld() {
		this.queue.forgetBefore(this.clock.instant().minus(this.settings.retention()));
	}

}

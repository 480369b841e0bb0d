package dev.banyan.webhooks.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;
import dev.banyan.runtime.data.JointCalls;
import dev.banyan.webhooks.Deliveries;
import dev.banyan.webhooks.Delivery;
import dev.banyan.webhooks.DeliveryState;
import dev.banyan.webhooks.MessageFormat;
import dev.banyan.webhooks.Webhook;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored deliveries: what is queued survives a restart. A claim moves the next
 * attempt beyond the time that one can take, so that of several processes only one tries.
 */
@Component
class DeliveryQueue implements Deliveries {

	static final String PING = "ping";

	private static final int TOGETHER = 100;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final JdbcClient jdbc;

	private final IdSequence order;

	private final MessageFormat format;

	private final Clock clock;

	private final JointCalls<String, List<Long>> interested = new JointCalls<>(TOGETHER, PAUSE, this::interested);

	DeliveryQueue(JdbcClient jdbc, Identifiers identifiers, MessageFormat format, Clock clock) {
		this.jdbc = jdbc;
		this.order = identifiers.sequence("webhooks", "delivery", 1, 500);
		this.format = format;
		this.clock = clock;
	}

	void ping(Webhook webhook) {
		insert(webhook.id(), PING, UUID.randomUUID(), this.format.ping(webhook.id()));
	}

	/** Repeat-safe by the event's id. */
	void queue(String resource, String event, long id, long parentId, UUID eventId) {
		String topic = resource + "." + event;
		List<Long> webhooks = this.interested.call(topic);
		if (!webhooks.isEmpty()) {
			this.format.body(resource, event, id, parentId)
				.ifPresent((body) -> webhooks.forEach((webhook) -> insert(webhook, topic, eventId, body)));
		}
	}

	/** The active webhooks for each topic. */
	private List<List<Long>> interested(List<String> topics) {
		Map<String, List<Long>> webhooks = new HashMap<>();
		this.jdbc
			.sql("select topic, id from webhooks.webhook where topic in (:topics) and status = 'ACTIVE' order by id")
			.param("topics", Set.copyOf(topics))
			.query((row) -> {
				webhooks.computeIfAbsent(row.getString(1), (topic) -> new ArrayList<>()).add(row.getLong(2));
			});
		return topics.stream().map((topic) -> webhooks.getOrDefault(topic, List.of())).toList();
	}

	private void insert(long webhookId, String topic, UUID eventId, MessageFormat.Body body) {
		String id = UUID.nameUUIDFromBytes((eventId + " " + topic + " " + webhookId).getBytes(StandardCharsets.UTF_8))
			.toString()
			.replace("-", "");
		try {
			this.jdbc
				.sql("""
						insert into webhooks.delivery (id, queued_as, webhook_id, topic, content_type, body, state, attempts,
						created_at, next_attempt_at, last_status, last_error)
						values (:id, :queuedAs, :webhook, :topic, :type, :body, 'PENDING', 0, :now, :now, null, null)""")
				.param("id", id)
				.param("queuedAs", this.order.next())
				.param("webhook", webhookId)
				.param("topic", topic)
				.param("type", body.contentType())
				.param("body", body.text())
				.param("now", now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// The event was told before.
		}
	}

	/** The active webhooks that something waits for. */
	List<Long> due() {
		return this.jdbc.sql("""
				select w.id from webhooks.webhook w where w.status = 'ACTIVE' and exists (select 1 from
				webhooks.delivery d where d.webhook_id = w.id and d.state = 'PENDING' and d.next_attempt_at <= :now)""")
			.param("now", now())
			.query(Long.class)
			.list();
	}

	Optional<Webhook> receiver(long webhookId) {
		return this.jdbc.sql("select * from webhooks.webhook where id = :id and status = 'ACTIVE'")
			.param("id", webhookId)
			.query(KeepingWebhooks::webhook)
			.optional();
	}

	/** Takes the next due delivery for as long as an attempt may take. */
	Optional<Delivery> claim(long webhookId, Duration attempt) {
		Instant now = this.clock.instant();
		Instant until = now.plus(attempt);
		List<Delivery> due = this.jdbc.sql("""
				select * from webhooks.delivery where state = 'PENDING' and webhook_id = :webhook
				and next_attempt_at <= :now order by next_attempt_at, queued_as limit 20""")
			.param("webhook", webhookId)
			.param("now", utc(now))
			.query(DeliveryQueue::delivery)
			.list();
		return due.stream()
			.filter((delivery) -> claimed(delivery, now, until))
			.findFirst()
			.map((delivery) -> delivery.attempted(until));
	}

	private boolean claimed(Delivery delivery, Instant now, Instant until) {
		return this.jdbc.sql("""
				update webhooks.delivery set attempts = attempts + 1, next_attempt_at = :until
				where id = :id and state = 'PENDING' and attempts = :attempts and next_attempt_at <= :now""")
			.param("until", utc(until))
			.param("id", delivery.id())
			.param("attempts", delivery.attempts())
			.param("now", utc(now))
			.update() == 1;
	}

	/**
	 * Keeps what came of an attempt, unless its claim has expired and another was made.
	 */
	void settle(Delivery attempted, DeliveryState state, Instant nextAttempt, @Nullable Integer status,
			@Nullable String error) {
		this.jdbc.sql("""
				update webhooks.delivery set state = :state, next_attempt_at = :next, last_status = :status,
				last_error = :error where id = :id and state = 'PENDING' and attempts = :attempts""")
			.param("state", state.name())
			.param("next", utc(nextAttempt))
			.param("status", status)
			.param("error", (error != null && error.length() > 500) ? error.substring(0, 500) : error)
			.param("id", attempted.id())
			.param("attempts", attempted.attempts())
			.update();
	}

	void accepted(long webhookId) {
		this.jdbc.sql("update webhooks.webhook set given_up = 0 where id = :id and given_up > 0")
			.param("id", webhookId)
			.update();
	}

	/** Counts a delivery that was given up; disables its webhook after too many. */
	@Transactional
	public void givenUp(long webhookId, int disableAfter) {
		this.jdbc.sql("update webhooks.webhook set given_up = given_up + 1 where id = :id")
			.param("id", webhookId)
			.update();
		if (disableAfter > 0) {
			this.jdbc.sql("""
					update webhooks.webhook set status = 'DISABLED', modified_at = :now
					where id = :id and given_up >= :limit and status = 'ACTIVE'""")
				.param("now", now())
				.param("id", webhookId)
				.param("limit", disableAfter)
				.update();
		}
	}

	void forgetBefore(Instant oldest) {
		this.jdbc.sql("delete from webhooks.delivery where created_at < :oldest").param("oldest", utc(oldest)).update();
	}

	@Override
	public List<Delivery> latest(long webhookId, int limit) {
		return this.jdbc
			.sql("select * from webhooks.delivery where webhook_id = :id order by queued_as desc limit " + limit)
			.param("id", webhookId)
			.query(DeliveryQueue::delivery)
			.list();
	}

	@Override
	@Transactional
	public Optional<Delivery> replay(String deliveryId) {
		this.jdbc
			.sql("update webhooks.delivery set state = 'PENDING', attempts = 0, next_attempt_at = :now where id = :id"
					+ " and (state <> 'PENDING' or next_attempt_at > :now)")
			.param("now", now())
			.param("id", deliveryId)
			.update();
		return this.jdbc.sql("select * from webhooks.delivery where id = :id")
			.param("id", deliveryId)
			.query(DeliveryQueue::delivery)
			.optional();
	}

	private static Delivery delivery(ResultSet row, int number) throws SQLException {
		return new Delivery(row.getString("id"), row.getLong("webhook_id"), row.getString("topic"),
				row.getString("content_type"), row.getString("body"), DeliveryState.valueOf(row.getString("state")),
				row.getInt("attempts"), row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				row.getObject("next_attempt_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				row.getObject("last_status", Integer.class), row.getString("last_error"));
	}

	private LocalDateTime now() {
		return utc(this.clock.instant());
	}

	private static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}

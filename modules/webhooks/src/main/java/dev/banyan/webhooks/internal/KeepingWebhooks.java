package dev.banyan.webhooks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;
import dev.banyan.webhooks.Webhook;
import dev.banyan.webhooks.WebhookQuery;
import dev.banyan.webhooks.WebhookStatus;
import dev.banyan.webhooks.Webhooks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingWebhooks implements Webhooks {

	private final JdbcClient jdbc;

	private final IdSequence ids;

	private final DeliveryQueue queue;

	private final Clock clock;

	KeepingWebhooks(JdbcClient jdbc, Identifiers identifiers, DeliveryQueue queue, Clock clock) {
		this.jdbc = jdbc;
		this.ids = identifiers.sequence("webhooks", "webhook", 1);
		this.queue = queue;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Webhook> find(WebhookQuery query) {
		Conditions conditions = Conditions.of(query);
		String column = switch (query.sort()) {
			case CREATED -> "created_at";
			case ID -> "id";
			case NAME -> "name_lower";
		};
		String direction = query.descending() ? " desc" : "";
		return this.jdbc
			.sql("select * from webhooks.webhook" + conditions.sql() + " order by " + column + direction + ", id"
					+ direction + " limit " + query.limit() + " offset " + query.offset())
			.params(conditions.parameters())
			.query(KeepingWebhooks::webhook)
			.list();
	}

	@Override
	@Transactional(readOnly = true)
	public long count(WebhookQuery query) {
		Conditions conditions = Conditions.of(query);
		return this.jdbc.sql("select count(*) from webhooks.webhook" + conditions.sql())
			.params(conditions.parameters())
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Webhook> find(long id) {
		return this.jdbc.sql("select * from webhooks.webhook where id = :id")
			.param("id", id)
			.query(KeepingWebhooks::webhook)
			.optional();
	}

	@Override
	@Transactional
	public Webhook add(Webhook webhook) {
		long id = this.ids.next();
		write("""
				insert into webhooks.webhook (id, name, name_lower, status, topic, delivery_url, secret, given_up,
				created_at, modified_at)
				values (:id, :name, :nameLower, :status, :topic, :url, :secret, 0, :now, null)""", id, webhook);
		Webhook added = find(id).orElseThrow();
		if (added.status() == WebhookStatus.ACTIVE) {
			this.queue.ping(added);
		}
		return added;
	}

	@Override
	@Transactional
	public Optional<Webhook> replace(Webhook webhook) {
		write("""
				update webhooks.webhook set name = :name, name_lower = :nameLower, topic = :topic,
				given_up = case when status <> 'ACTIVE' and :status = 'ACTIVE' then 0 else given_up end,
				status = :status, delivery_url = :url, secret = :secret, modified_at = :now where id = :id""",
				webhook.id(), webhook);
		return find(webhook.id());
	}

	private void write(String sql, long id, Webhook webhook) {
		this.jdbc.sql(sql)
			.param("id", id)
			.param("name", webhook.name())
			.param("nameLower", webhook.name().toLowerCase(Locale.ROOT))
			.param("status", webhook.status().name())
			.param("topic", webhook.topic())
			.param("url", webhook.deliveryUrl())
			.param("secret", webhook.secret())
			.param("now", utc(this.clock.instant().truncatedTo(ChronoUnit.MILLIS)))
			.update();
	}

	@Override
	@Transactional
	public void remove(long id) {
		this.jdbc.sql("delete from webhooks.webhook where id = :id").param("id", id).update();
		this.jdbc.sql("delete from webhooks.delivery where webhook_id = :id").param("id", id).update();
	}

	static Webhook webhook(ResultSet row, int number) throws SQLException {
		LocalDateTime modified = row.getObject("modified_at", LocalDateTime.class);
		return new Webhook(row.getLong("id"), row.getString("name"), WebhookStatus.valueOf(row.getString("status")),
				row.getString("topic"), row.getString("delivery_url"), row.getString("secret"),
				row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				(modified != null) ? modified.toInstant(ZoneOffset.UTC) : null);
	}

	private static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/** What a query asks for, as SQL. */
	private record Conditions(String sql, Map<String, Object> parameters) {

		static Conditions of(WebhookQuery query) {
			StringBuilder sql = new StringBuilder(" where 1 = 1");
			Map<String, Object> parameters = new HashMap<>();
			if (query.status() != null) {
				sql.append(" and status = :status");
				parameters.put("status", query.status().name());
			}
			if (query.search() != null && !query.search().isBlank()) {
				sql.append(" and name_lower like :search");
				parameters.put("search",
						"%" + query.search().strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
			}
			if (query.after() != null) {
				sql.append(" and created_at > :after");
				parameters.put("after", utc(query.after()));
			}
			if (query.before() != null) {
				sql.append(" and created_at < :before");
				parameters.put("before", utc(query.before()));
			}
			if (!query.include().isEmpty()) {
				sql.append(" and id in (:include)");
				parameters.put("include", query.include());
			}
			if (!query.exclude().isEmpty()) {
				sql.append(" and id not in (:exclude)");
				parameters.put("exclude", query.exclude());
			}
			return new Conditions(sql.toString(), parameters);
		}

	}

}

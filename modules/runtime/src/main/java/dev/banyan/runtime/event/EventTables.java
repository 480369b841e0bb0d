package dev.banyan.runtime.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox, the inbox and the leases of every module, each in the module's own schema.
 */
class EventTables {

	private final JdbcClient jdbc;

	private final Clock clock;

	EventTables(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Stores what is to leave, in the caller's transaction. */
	void store(String module, Letter letter) {
		this.jdbc
			.sql("insert into " + module
					+ ".event_outbox (event_id, event_type, event_key, payload, stored_at) values (?, ?, ?, ?, ?)")
			.params(letter.eventId(), letter.type(), letter.key(), letter.payload(), now())
			.update();
	}

	/** What waits longest. */
	List<Letter> stored(String module, int limit) {
		return this.jdbc.sql("select * from " + module + ".event_outbox order by position limit " + limit)
			.query(EventTables::letter)
			.list();
	}

	void forget(String module, List<Letter> sent) {
		this.jdbc.sql("delete from " + module + ".event_outbox where position in (:positions)")
			.param("positions", sent.stream().map(Letter::position).toList())
			.update();
	}

	long waiting(String module) {
		return this.jdbc.sql("select count(*) from " + module + ".event_outbox").query(Long.class).single();
	}

	@Nullable Instant oldest(String module) {
		return this.jdbc.sql("select min(stored_at) from " + module + ".event_outbox")
			.query((row, number) -> row.getObject(1, LocalDateTime.class))
			.list()
			.stream()
			.filter((time) -> time != null)
			.findFirst()
			.map((time) -> time.toInstant(ZoneOffset.UTC))
			.orElse(null);
	}

	/**
	 * Notes in the caller's transaction that a listener hears an event.
	 * @return whether it does so for the first time
	 */
	boolean hears(String module, String listener, String eventId) {
		try {
			this.jdbc.sql("insert into " + module + ".event_inbox (event_id, listener_id, heard_at) values (?, ?, ?)")
				.params(eventId, listener, now())
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	boolean hasHeard(String module, String listener, String eventId) {
		return this.jdbc.sql("select count(*) from " + module + ".event_inbox where event_id = ? and listener_id = ?")
			.params(eventId, listener)
			.query(Long.class)
			.single() > 0;
	}

	int forgetHeardBefore(String module, Instant oldest) {
		return this.jdbc.sql("delete from " + module + ".event_inbox where heard_at < ?").param(utc(oldest)).update();
	}

	/**
	 * Takes or prolongs a lease.
	 * @return whether the holder has it from now on for so long
	 */
	boolean lease(String module, String name, String holder, Duration duration) {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("update " + module
					+ ".event_lease set holder = ?, ends_at = ? where name = ? and (holder = ? or ends_at < ?)")
			.params(holder, utc(now.plus(duration)), name, holder, utc(now))
			.update() == 1;
	}

	void release(String module, String name, String holder) {
		this.jdbc.sql("update " + module + ".event_lease set ends_at = ? where name = ? and holder = ?")
			.params(now(), name, holder)
			.update();
	}

	private static Letter letter(ResultSet row, int number) throws SQLException {
		return new Letter(row.getLong("position"), row.getString("event_id"), row.getString("event_type"),
				row.getString("event_key"), row.getString("payload"));
	}

	private LocalDateTime now() {
		return utc(this.clock.instant());
	}

	static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}

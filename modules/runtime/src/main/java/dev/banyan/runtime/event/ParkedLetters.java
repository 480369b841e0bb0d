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
 * The dead letters of every listening module: events that a listener failed on, and those
 * that wait behind one so that the order of their key is kept.
 */
class ParkedLetters {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final Clock clock;

	ParkedLetters(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A parked event.
	 *
	 * @param listener the listener that has not heard it
	 * @param letter the event
	 * @param error why not
	 * @param attempts how often it was given again
	 * @param parkedAt since when
	 */
	record Parked(String listener, Letter letter, String error, int attempts, Instant parkedAt) {
	}

	boolean holds(CrossingListener listener, String key) {
		return this.jdbc
			.sql("select count(*) from " + listener.module() + ".event_parked where listener_id = ? and event_key = ?")
			.params(listener.getListenerId(), key)
			.query(Long.class)
			.single() > 0;
	}

	void park(CrossingListener listener, Letter letter, Exception failure) {
		insert(listener, letter, words(failure), 1, this.clock.instant().plus(pause(1)));
	}

	void behind(CrossingListener listener, Letter letter) {
		insert(listener, letter, "waits behind an earlier event of its key", 0, this.clock.instant());
	}

	private void insert(CrossingListener listener, Letter letter, String error, int attempts, Instant next) {
		try {
			this.jdbc.sql("insert into " + listener.module()
					+ ".event_parked (event_id, listener_id, event_type, event_key, payload, error, attempts, parked_at, next_at)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(letter.eventId(), listener.getListenerId(), letter.type(), letter.key(), letter.payload(),
						error, attempts, EventTables.utc(this.clock.instant()), EventTables.utc(next))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// It is parked already.
		}
	}

	/** The first of each key of which it is time to try again. */
	List<Parked> due(String module, int mostAttempts) {
		return this.jdbc
			.sql("select * from " + module + ".event_parked p where p.next_at <= ? and p.attempts < ? and not exists"
					+ " (select 1 from " + module + ".event_parked q where q.listener_id = p.listener_id"
					+ " and q.event_key = p.event_key and q.position < p.position) order by p.position limit 100")
			.params(EventTables.utc(this.clock.instant()), mostAttempts)
			.query(ParkedLetters::parked)
			.list();
	}

	/** The first that a listener has not heard of a key. */
	@Nullable Parked first(CrossingListener listener, String key) {
		return this.jdbc
			.sql("select * from " + listener.module()
					+ ".event_parked where listener_id = ? and event_key = ? order by position limit 1")
			.params(listener.getListenerId(), key)
			.query(ParkedLetters::parked)
			.optional()
			.orElse(null);
	}

	void heard(String module, Parked parked) {
		this.jdbc.sql("delete from " + module + ".event_parked where position = ?")
			.param(parked.letter().position())
			.update();
	}

	void failed(String module, Parked parked, Exception failure) {
		this.jdbc.sql("update " + module + ".event_parked set attempts = ?, error = ?, next_at = ? where position = ?")
			.params(parked.attempts() + 1, words(failure),
					EventTables.utc(this.clock.instant().plus(pause(parked.attempts() + 1))),
					parked.letter().position())
			.update();
	}

	List<Parked> list(String module, int limit) {
		return this.jdbc.sql("select * from " + module + ".event_parked order by position limit " + limit)
			.query(ParkedLetters::parked)
			.list();
	}

	long count(String module) {
		return this.jdbc.sql("select count(*) from " + module + ".event_parked").query(Long.class).single();
	}

	/** Makes one event, or all if none is named, due at once. */
	int replay(String module, @Nullable String eventId) {
		LocalDateTime now = EventTables.utc(this.clock.instant());
		return (eventId == null)
				? this.jdbc.sql("update " + module + ".event_parked set attempts = 0, next_at = ?").param(now).update()
				: this.jdbc.sql("update " + module + ".event_parked set attempts = 0, next_at = ? where event_id = ?")
					.params(now, eventId)
					.update();
	}

	int discard(String module, String eventId) {
		return this.jdbc.sql("delete from " + module + ".event_parked where event_id = ?").param(eventId).update();
	}

	int forgetBefore(String module, Instant oldest) {
		return this.jdbc.sql("delete from " + module + ".event_parked where parked_at < ?")
			.param(EventTables.utc(oldest))
			.update();
	}

	/** Each failure doubles the pause before the next try. */
	private static Duration pause(int attempts) {
		Duration pause = Duration.ofSeconds(5L << Math.clamp(attempts, 0, 8));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	private static String words(Exception failure) {
		String words = String.valueOf(failure);
		return (words.length() > 1000) ? words.substring(0, 1000) : words;
	}

	private static Parked parked(ResultSet row, int number) throws SQLException {
		return new Parked(row.getString("listener_id"),
				new Letter(row.getLong("position"), row.getString("event_id"), row.getString("event_type"),
						row.getString("event_key"), row.getString("payload")),
				row.getString("error"), row.getInt("attempts"),
				row.getObject("parked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
	}

}

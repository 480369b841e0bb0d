package dev.banyan.gateway.moves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds all moves at all gateways: while the freeze lasts no candidate gets more weight.
 * Going back stays possible, also by itself.
 */
@Component
@Order(0)
class Freeze implements Gate {

	private static final int ONLY_ROW = 1;

	private final JdbcClient jdbc;

	private final MoveStates states;

	private final Clock clock;

	Freeze(JdbcClient jdbc, MoveStates states, Clock clock) {
		this.jdbc = jdbc;
		this.states = states;
		this.clock = clock;
	}

	/**
	 * A freeze.
	 *
	 * @param since when it began
	 * @param who who began it
	 * @param reason why
	 */
	record Frozen(Instant since, String who, String reason) {
	}

	Optional<Frozen> current() {
		return this.jdbc.sql("select since, who, reason from gateway.move_freeze")
			.query((row, number) -> frozen(row))
			.optional();
	}

	/** Begins it; nothing happens if it lasts already. */
	@Transactional
	public void begin(String who, String reason) {
		if (current().isPresent()) {
			return;
		}
		Instant now = this.clock.instant();
		JournalEntry entry = JournalEntry.ofAll("Freeze", "free", "frozen", who, reason, now);
		try {
			this.jdbc.sql("insert into gateway.move_freeze (id, since, who, reason) values (?, ?, ?, ?)")
				.params(ONLY_ROW, LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC),
						entry.who(), entry.reason())
				.update();
			this.states.write(entry);
		}
		catch (DuplicateKeyException ex) {
			// Somebody else was quicker.
		}
	}

	/** Ends it; nothing happens if there is none. */
	@Transactional
	public void end(String who, String reason) {
		if (this.jdbc.sql("delete from gateway.move_freeze").update() > 0) {
			this.states.write(JournalEntry.ofAll("Thaw", "frozen", "free", who, reason, this.clock.instant()));
		}
	}

	@Override
	public Optional<String> refuses(Move before, Signal signal, Move after) {
		return current().map((freeze) -> "All moves are frozen since %s by %s: %s"
			.formatted(freeze.since().truncatedTo(ChronoUnit.SECONDS), freeze.who(), freeze.reason()));
	}

	private static Frozen frozen(ResultSet row) throws SQLException {
		return new Frozen(row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("who"),
				row.getString("reason"));
	}

}

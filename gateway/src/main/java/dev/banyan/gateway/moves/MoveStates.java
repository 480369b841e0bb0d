package dev.banyan.gateway.moves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every move stands, and the journal of how it got there; both are written in one
 * transaction.
 */
@Repository
class MoveStates {

	private final JdbcClient jdbc;

	MoveStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A stored move.
	 *
	 * @param configured the home that configuration named when it was stored
	 * @param move the move
	 */
	record Stored(String configured, Move move) {
	}

	List<Stored> all() {
		return this.jdbc.sql("select * from gateway.move_state").query((row, number) -> stored(row)).list();
	}

	Optional<Stored> find(String capability) {
		return this.jdbc.sql("select * from gateway.move_state where capability = ?")
			.param(capability)
			.query((row, number) -> stored(row))
			.optional();
	}

	/**
	 * Stores a change unless another one came first.
	 * @return false if the move is no longer as it was when the change was decided
	 */
	@Transactional
	public boolean store(String configured, Move before, Move after, JournalEntry entry) {
		if (!insertedOrUpdated(configured, before, after)) {
			return false;
		}
		write(entry);
		return true;
	}

	void write(JournalEntry entry) {
		this.jdbc.sql("""
				insert into gateway.move_journal (capability, happened_at, who, reason, step, from_state, to_state)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(entry.capability(), at(entry.at()), entry.who(), entry.reason(), entry.step(), entry.from(),
					entry.to())
			.update();
	}

	private boolean insertedOrUpdated(String configured, Move before, Move after) {
		int updated = write("""
				update gateway.move_state set configured = :configured, home = :home, candidate = :candidate,
				phase = :phase, weight = :weight, automatic = :automatic, paused = :paused, since = :since,
				revision = :revision where capability = :capability and revision = :before""", configured, after)
			.param("before", before.revision())
			.update();
		if (updated == 1 || before.revision() > 0) {
			return updated == 1;
		}
		try {
			return write("""
					insert into gateway.move_state (capability, configured, home, candidate, phase, weight, automatic,
					paused, since, revision) values (:capability, :configured, :home, :candidate, :phase, :weight,
					:automatic, :paused, :since, :revision)""", configured, after).update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private JdbcClient.StatementSpec write(String sql, String configured, Move move) {
		return this.jdbc.sql(sql)
			.param("capability", move.capability())
			.param("configured", configured)
			.param("home", move.home())
			.param("candidate", move.candidate(), Types.VARCHAR)
			.param("phase", move.phase().name())
			.param("weight", move.weight())
			.param("automatic", move.automatic())
			.param("paused", move.paused())
			.param("since", at(move.since()))
			.param("revision", move.revision());
	}

	List<JournalEntry> journal(int newest) {
		return this.jdbc.sql("select * from gateway.move_journal order by id desc limit ?")
			.param(newest)
			.query((row, number) -> entry(row))
			.list();
	}

	/**
	 * An entry of the journal and its number.
	 *
	 * @param id greater than that of every earlier entry
	 * @param entry the entry
	 */
	record Numbered(long id, JournalEntry entry) {
	}

	/** The oldest first. */
	List<Numbered> journalAfter(long id, int most) {
		return this.jdbc.sql("select * from gateway.move_journal where id > ? order by id limit ?")
			.params(id, most)
			.query((row, number) -> new Numbered(row.getLong("id"), entry(row)))
			.list();
	}

	private static JournalEntry entry(ResultSet row) throws SQLException {
		return new JournalEntry(row.getString("capability"), instant(row, "happened_at"), row.getString("who"),
				row.getString("reason"), row.getString("step"), row.getString("from_state"), row.getString("to_state"));
	}

	private static Stored stored(ResultSet row) throws SQLException {
		return new Stored(row.getString("configured"),
				new Move(row.getString("capability"), row.getString("home"), row.getString("candidate"),
						Phase.valueOf(row.getString("phase")), row.getInt("weight"), row.getBoolean("automatic"),
						row.getBoolean("paused"), instant(row, "since"), row.getLong("revision")));
	}

	private static LocalDateTime at(Instant instant) {
		return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

}

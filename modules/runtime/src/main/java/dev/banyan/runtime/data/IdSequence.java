package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Hands out identifiers from a table in a module's schema, a block at a time: unique with
 * several processes, and known before the row is written. Identifiers grow within a
 * process; a restart skips the rest of a block. Thread-safe.
 */
public final class IdSequence {

	private final DataSource dataSource;

	private final String table;

	private final String name;

	private final long first;

	private final int block;

	private long next;

	private long end;

	IdSequence(DataSource dataSource, String schema, String name, long first, int block) {
		this.dataSource = dataSource;
		this.table = schema + ".id_sequence";
		this.name = name;
		this.first = first;
		this.block = block;
	}

	/**
	 * The next identifier.
	 * @return an identifier that was never returned before
	 */
	public synchronized long next() {
		return next(1)[0];
	}

	/**
	 * The next identifiers, in growing order.
	 * @param count how many, 0 or more
	 * @return identifiers that were never returned before
	 */
	public synchronized long[] next(int count) {
		long[] ids = new long[count];
		for (int i = 0; i < count; i++) {
			if (this.next == this.end) {
				allocate(Math.max(this.block, count - i));
			}
			ids[i] = this.next++;
		}
		return ids;
	}

	private void allocate(int size) {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try {
				long start = advance(connection, size);
				connection.commit();
				this.next = start;
				this.end = start + size;
			}
			catch (SQLException ex) {
				connection.rollback();
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No identifiers could be allocated from " + this.table, ex);
		}
	}

	private long advance(Connection connection, int size) throws SQLException {
		try (PreparedStatement update = connection
			.prepareStatement("update " + this.table + " set next_id = next_id + ? where name = ?")) {
			update.setLong(1, size);
			update.setString(2, this.name);
			if (update.executeUpdate() == 0) {
				insert(connection);
				update.executeUpdate();
			}
		}
		try (PreparedStatement select = connection
			.prepareStatement("select next_id from " + this.table + " where name = ?")) {
			select.setString(1, this.name);
			try (ResultSet row = select.executeQuery()) {
				row.next();
				return row.getLong(1) - size;
			}
		}
	}

	private void insert(Connection connection) throws SQLException {
		try (PreparedStatement insert = connection
			.prepareStatement("insert into " + this.table + " (name, next_id) values (?, ?)")) {
			insert.setString(1, this.name);
			insert.setLong(2, this.first);
			insert.executeUpdate();
		}
	}

}

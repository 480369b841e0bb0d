package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

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

	/**
	 * A sequence that allocates ten identifiers at a time.
	 * @param dataSource where the schema lives
	 * @param schema the module's schema; it has a table
	 * {@code id_sequence(name, next_id)}
	 * @param name the sequence's name in that table
	 * @param first the first identifier of an empty store
	 */
	public IdSequence(DataSource dataSource, String schema, String name, long first) {
		this(dataSource, schema, name, first, 50);
	}

	/**
	 * A sequence.
	 * @param dataSource where the schema lives
	 * @param schema the module's schema
	 * @param name the sequence's name in the schema's table
	 * @param first the first identifier of an empty store
	 * @param block how many identifiers are allocated at a time, at least 1
	 */
	public IdSequence(DataSource dataSource, String schema, String name, long first, int block) {
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
		try (Connection connection = connection()) {
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
			finally {
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No identifiers could be allocated from " + this.table, ex);
		}
	}

	/**
	 * Beside the pool: who asks for an identifier may hold one of its connections, and
	 * would wait for another one for ever if all others did the same.
	 */
	private Connection connection() throws SQLException {
		if (!this.dataSource.isWrapperFor(HikariDataSource.class)) {
			return this.dataSource.getConnection();
		}
		HikariDataSource pool = this.dataSource.unwrap(HikariDataSource.class);
		return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
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

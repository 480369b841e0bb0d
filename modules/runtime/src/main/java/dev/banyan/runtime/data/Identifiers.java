package dev.banyan.runtime.data;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Where modules get their sequences of identifiers. They are allocated over connections
 * of their own: who asks for an identifier may hold one of the process's pool, and would
 * wait for another one for ever if all others did the same. Thread-safe.
 */
public final class Identifiers implements AutoCloseable {

	private static final int CONNECTIONS = 2;

	private final DataSource dataSource;

	Identifiers(DataSource pool) throws SQLException {
		this.dataSource = pool.isWrapperFor(HikariDataSource.class) ? beside(pool.unwrap(HikariDataSource.class))
				: pool;
	}

	private static DataSource beside(HikariDataSource pool) {
		HikariConfig config = new HikariConfig();
		pool.copyStateTo(config);
		config.setPoolName("identifiers");
		config.setMaximumPoolSize(CONNECTIONS);
		config.setMinimumIdle(0);
		config.setAutoCommit(false);
		return new HikariDataSource(config);
	}

	/**
	 * A sequence that allocates fifty identifiers at a time.
	 * @param schema the module's schema; it has a table
	 * {@code id_sequence(name, next_id)}
	 * @param name the sequence's name in that table
	 * @param first the first identifier of an empty store
	 * @return the sequence; it has read nothing yet
	 */
	public IdSequence sequence(String schema, String name, long first) {
		return sequence(schema, name, first, 50);
	}

	/**
	 * A sequence.
	 * @param schema the module's schema; it has a table
	 * {@code id_sequence(name, next_id)}
	 * @param name the sequence's name in that table
	 * @param first the first identifier of an empty store
	 * @param block how many identifiers are allocated at a time, at least 1
	 * @return the sequence; it has read nothing yet
	 */
	public IdSequence sequence(String schema, String name, long first, int block) {
		return new IdSequence(this.dataSource, schema, name, first, block);
	}

	@Override
	public void close() {
		if (this.dataSource instanceof HikariDataSource own) {
			own.close();
		}
	}

}

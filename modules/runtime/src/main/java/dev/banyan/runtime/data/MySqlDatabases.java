package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Where tables lie on a MySQL or MariaDB server: in a database per module, and technical
 * ones in the database that the address names. All texts are {@code utf8mb4}, whatever
 * the server takes by itself (MariaDB before 11.6: {@code latin1}).
 */
class MySqlDatabases {

	private static final String CHARACTERS = "utf8mb4";

	private final DataSource dataSource;

	MySqlDatabases(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** The one that the address names; it has to be there. */
	String technical() {
		try (Connection connection = this.dataSource.getConnection()) {
			String named = connection.getCatalog();
			if (named == null || named.isEmpty()) {
				throw new IllegalStateException(
						"The address of a MySQL server has to name a database: jdbc:mysql://HOST/DATABASE");
			}
			check(named, characters(named, connection));
			return named;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database cannot be reached", ex);
		}
	}

	/**
	 * That of a module, added if it is missing: who may only use it need not be able to.
	 */
	String of(String module) {
		try (Connection connection = this.dataSource.getConnection()) {
			String characters = characters(module, connection);
			if (characters == null) {
				add(module, connection);
			}
			else {
				check(module, characters);
			}
			return module;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database " + module + " can be neither found nor added", ex);
		}
	}

	private static void add(String module, Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("create database if not exists `" + module + "` character set " + CHARACTERS);
		}
	}

	/** Null if there is no such database. */
	private static @Nullable String characters(String database, Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(
				"select default_character_set_name from information_schema.schemata where schema_name = ?")) {
			statement.setString(1, database);
			try (ResultSet found = statement.executeQuery()) {
				return found.next() ? found.getString(1) : null;
			}
		}
	}

	private static void check(String database, @Nullable String characters) {
		if (!CHARACTERS.equals(characters)) {
			throw new IllegalStateException(
					"The database %s has the character set %s, which not every text fits in: alter database %1$s character set %s"
						.formatted(database, characters, CHARACTERS));
		}
	}

}

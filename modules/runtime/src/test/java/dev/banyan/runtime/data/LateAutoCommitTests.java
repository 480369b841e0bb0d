package dev.banyan.runtime.data;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LateAutoCommitTests {

	private static final String STORE = "jdbc:h2:mem:late-auto-commit";

	private final List<String> told = new ArrayList<>();

	private Connection other;

	private Connection connection;

	private boolean failing;

	@BeforeEach
	void open() throws SQLException {
		this.other = DriverManager.getConnection(STORE);
		try (Statement statement = this.other.createStatement()) {
			statement.execute("create table written (number int)");
		}
		this.connection = LateAutoCommit.of(recorded(DriverManager.getConnection(STORE)));
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
		this.other.close();
	}

	@Test
	void switchesOnceForSeveralTransactions() throws SQLException {
		for (int i = 0; i < 3; i++) {
			this.connection.setAutoCommit(false);
			write();
			this.connection.commit();
			this.connection.setAutoCommit(true);
		}
		assertThat(this.told).containsExactly("setAutoCommit false", "commit", "commit", "commit");
		assertThat(written()).isEqualTo(3);
	}

	@Test
	void commitsAStatementOutsideATransactionAtOnce() throws SQLException {
		this.connection.setAutoCommit(false);
		write();
		this.connection.rollback();
		this.connection.setAutoCommit(true);
		assertThat(this.connection.getAutoCommit()).isTrue();
		write();
		assertThat(written()).isEqualTo(1);
	}

	@Test
	void endsTheTransactionThatIsOpenWhenSwitchedOn() throws SQLException {
		this.connection.setAutoCommit(false);
		write();
		assertThat(written()).isZero();
		this.connection.setAutoCommit(true);
		assertThat(written()).isEqualTo(1);
		this.connection.rollback();
		assertThat(written()).isEqualTo(1);
	}

	@Test
	void endsNothingIfNothingWasAsked() throws SQLException {
		this.connection.setAutoCommit(false);
		this.connection.commit();
		this.connection.rollback();
		this.connection.setAutoCommit(true);
		assertThat(this.told).isEmpty();
	}

	@Test
	void rollsBackWhatCouldNotBeCommitted() throws SQLException {
		this.connection.setAutoCommit(false);
		write();
		this.failing = true;
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> this.connection.commit());
		this.connection.rollback();
		assertThat(this.told).containsExactly("setAutoCommit false", "commit", "rollback");
		assertThat(written()).isZero();
	}

	@Test
	void keepsATransactionOpenThatGoesBackToASavepoint() throws SQLException {
		this.connection.setAutoCommit(false);
		write();
		var savepoint = this.connection.setSavepoint();
		write();
		this.connection.rollback(savepoint);
		this.connection.commit();
		assertThat(written()).isEqualTo(1);
	}

	private void write() throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("insert into written values (1)");
		}
	}

	private int written() throws SQLException {
		try (Statement statement = this.other.createStatement();
				ResultSet rows = statement.executeQuery("select count(*) from written")) {
			rows.next();
			return rows.getInt(1);
		}
	}

	private Connection recorded(Connection target) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					String name = method.getName();
					if (name.equals("commit") || name.equals("rollback") || name.equals("setAutoCommit")) {
						this.told.add((arguments != null) ? name + " " + arguments[0] : name);
					}
					if (this.failing && name.equals("commit")) {
						throw new SQLException("The disk is full");
					}
					return method.invoke(target, arguments);
				});
	}

}

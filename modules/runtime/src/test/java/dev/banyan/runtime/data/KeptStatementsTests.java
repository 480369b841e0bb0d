package dev.banyan.runtime.data;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptStatementsTests {

	private static final String ROWS = "select x from system_range(1, ?)";

	private final AtomicInteger prepared = new AtomicInteger();

	private Connection connection;

	@BeforeEach
	void open() throws SQLException {
		Connection target = DriverManager.getConnection("jdbc:h2:mem:kept-statements");
		this.connection = new KeptStatements((Connection) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("prepareStatement")) {
						this.prepared.incrementAndGet();
					}
					return method.invoke(target, arguments);
				}));
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void preparesAStatementOnce() throws SQLException {
		assertThat(rows(ROWS, 3, 0)).isEqualTo(3);
		assertThat(rows(ROWS, 5, 0)).isEqualTo(5);
		assertThat(this.prepared).hasValue(1);
	}

	@Test
	void forgetsHowManyRowsTheLastOneWanted() throws SQLException {
		assertThat(rows(ROWS, 5, 2)).isEqualTo(2);
		assertThat(rows(ROWS, 5, 0)).isEqualTo(5);
		assertThat(this.prepared).hasValue(1);
	}

	@Test
	void preparesAnotherOneWhileTheFirstIsRead() throws SQLException {
		try (PreparedStatement first = this.connection.prepareStatement(ROWS)) {
			first.setInt(1, 3);
			try (ResultSet read = first.executeQuery()) {
				assertThat(rows(ROWS, 2, 0)).isEqualTo(2);
				assertThat(read.next()).isTrue();
			}
		}
		assertThat(this.prepared).hasValue(2);
	}

	@Test
	void letsTheLeastUsedGoIfThereAreTooMany() throws SQLException {
		for (int i = 0; i < 400; i++) {
			assertThat(rows(ROWS + " where x <> " + -i, 1, 0)).isEqualTo(1);
		}
		assertThat(rows(ROWS + " where x <> -399", 1, 0)).isEqualTo(1);
		assertThat(this.prepared).hasValue(400);
		assertThat(rows(ROWS + " where x <> -1", 1, 0)).isEqualTo(1);
		assertThat(this.prepared).hasValue(401);
	}

	private int rows(String sql, int parameter, int most) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			statement.setInt(1, parameter);
			if (most > 0) {
				statement.setMaxRows(most);
			}
			int rows = 0;
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					rows++;
				}
			}
			return rows;
		}
	}

}

package dev.banyan.runtime;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class UnavailableTests {

	static Stream<RuntimeException> whatMaySucceedLater() {
		return Stream.of(new CannotCreateTransactionException("no connection"),
				new CannotAcquireLockException("locked"),
				hibernate(new SQLTransientConnectionException("no connection in time")),
				hibernate(new SQLNonTransientConnectionException("the database went away")));
	}

	static Stream<RuntimeException> whatWillFailAgain() {
		return Stream.of(new IllegalStateException("a mistake"), new DataIntegrityViolationException("twice"),
				hibernate(new SQLSyntaxErrorException("no such table")));
	}

	@ParameterizedTest
	@MethodSource
	void whatMaySucceedLater(RuntimeException failure) {
		assertThat(Unavailable.isPassing(failure)).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	void whatWillFailAgain(RuntimeException failure) {
		assertThat(Unavailable.isPassing(failure)).isFalse();
	}

	private static RuntimeException hibernate(SQLException cause) {
		return new GenericJDBCException("Could not prepare statement", cause);
	}

}

package dev.banyan.catalog.internal;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What loses against others is done again, but not for ever; other failures are not.
 */
class ContendedTests {

	private final AtomicInteger attempts = new AtomicInteger();

	@Test
	void runsAgainUntilItWins() {
		Contended.run(TransactionOperations.withoutTransaction(), (status) -> {
			if (this.attempts.incrementAndGet() < 3) {
				throw new CannotAcquireLockException("deadlock");
			}
		});
		assertThat(this.attempts).hasValue(3);
	}

	@Test
	void givesUpAfterAWhile() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> Contended.run(TransactionOperations.withoutTransaction(), (status) -> {
				this.attempts.incrementAndGet();
				throw new CannotAcquireLockException("deadlock");
			}));
		assertThat(this.attempts).hasValue(8);
	}

	@Test
	void doesNotRepeatOtherFailures() {
		assertThatIllegalStateException()
			.isThrownBy(() -> Contended.run(TransactionOperations.withoutTransaction(), (status) -> {
				this.attempts.incrementAndGet();
				throw new IllegalStateException();
			}));
		assertThat(this.attempts).hasValue(1);
	}

}

package dev.banyan.settings.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedTests {

	private final AtomicInteger reads = new AtomicInteger();

	private final Remembered<Integer> remembered = new Remembered<>(Duration.ofHours(1), this.reads::incrementAndGet);

	@BeforeEach
	void begin() {
		TransactionSynchronizationManager.initSynchronization();
	}

	@AfterEach
	void end() {
		TransactionSynchronizationManager.clearSynchronization();
	}

	private static void commit() {
		TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
	}

	@Test
	void readsOnce() {
		assertThat(this.remembered.get()).isEqualTo(1);
		assertThat(this.remembered.get()).isEqualTo(1);
	}

	@Test
	void readsAgainAfterItsTime() {
		Remembered<Integer> brief = new Remembered<>(Duration.ZERO, this.reads::incrementAndGet);
		assertThat(brief.get()).isEqualTo(1);
		assertThat(brief.get()).isEqualTo(2);
	}

	@Test
	void readsAgainOnceAChangeIsCommitted() {
		this.remembered.get();
		this.remembered.forgetAfterCommit();
		assertThat(this.remembered.get()).isEqualTo(1);
		commit();
		assertThat(this.remembered.get()).isEqualTo(2);
	}

	@Test
	void doesNotRememberWhatWasReadWhileAChangeWasCommitted() {
		AtomicInteger stored = new AtomicInteger(1);
		Remembered<Integer> overtaken = new Remembered<>(Duration.ofHours(1), () -> {
			int read = stored.get();
			if (read == 1) {
				stored.set(2);
				commit();
			}
			return read;
		});
		overtaken.forgetAfterCommit();
		assertThat(overtaken.get()).isEqualTo(1);
		assertThat(overtaken.get()).isEqualTo(2);
	}

}

package dev.banyan.settings.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read from the store, for a short while, and no longer than until this process
 * changes it. Thread-safe.
 */
final class Remembered<T> {

	private final long nanos;

	private final Supplier<T> read;

	private final AtomicLong changes = new AtomicLong();

	private volatile @Nullable Reading<T> last;

	Remembered(Duration time, Supplier<T> read) {
		this.nanos = time.toNanos();
		this.read = read;
	}

	private record Reading<T>(T content, long change, long at) {
	}

	T get() {
		long change = this.changes.get();
		long now = System.nanoTime();
		Reading<T> known = this.last;
		if (known != null && known.change() == change && now - known.at() < this.nanos) {
			return known.content();
		}
		T content = this.read.get();
		this.last = new Reading<>(content, change, now);
		return content;
	}

	/** Within the transaction that changes it. */
	void forgetAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Remembered.this.changes.incrementAndGet();
			}
		});
	}

}

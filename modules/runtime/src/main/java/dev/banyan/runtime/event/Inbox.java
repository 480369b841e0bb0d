package dev.banyan.runtime.event;

import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each listener an event once. The note that it was heard is written in the same
 * transaction as the effect; for a listener without a transaction after it, so such a one
 * has to be repeat-safe.
 */
class Inbox {

	private static final Logger log = LoggerFactory.getLogger(Inbox.class);

	private final EventTables tables;

	private final EventFormat format;

	private final TransactionTemplate transaction;

	private final ParkedLetters parked;

	private final int attempts;

	private final MeterRegistry meters;

	Inbox(EventTables tables, EventFormat format, TransactionTemplate transaction, ParkedLetters parked, int attempts,
			MeterRegistry meters) {
		this.tables = tables;
		this.format = format;
		this.transaction = transaction;
		this.parked = parked;
		this.attempts = attempts;
		this.meters = meters;
	}

	/**
	 * Gives a listener an event that has arrived. One that it fails on is parked, and so
	 * is what comes after it under the same key.
	 */
	void take(CrossingListener listener, Letter letter, long sentMillis) throws InterruptedException {
		if (this.parked.holds(listener, letter.key())) {
			this.parked.behind(listener, letter);
			return;
		}
		for (int attempt = 1;; attempt++) {
			try {
				hear(listener, letter);
				this.meters.timer("banyan.events.heard", "module", listener.module())
					.record(Math.max(0, System.currentTimeMillis() - sentMillis), TimeUnit.MILLISECONDS);
				return;
			}
			catch (HearingFailed ex) {
				if (attempt >= this.attempts) {
					log.warn("{} failed on event {}, which is parked", listener.getListenerId(), letter.eventId(),
							ex.getCause());
					this.parked.park(listener, letter, ex.getCause());
					return;
				}
				Thread.sleep(Duration.ofMillis(50L << (2 * attempt)));
			}
		}
	}

	/** Gives a listener an event, unless it has heard it before. */
	void hear(CrossingListener listener, Letter letter) {
		if (listener.transactional()) {
			try {
				this.transaction.executeWithoutResult((status) -> {
					if (this.tables.hears(listener.module(), listener.getListenerId(), letter.eventId())) {
						call(listener, letter);
					}
				});
			}
			catch (HearingFailed ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				throw new HearingFailed(ex);
			}
		}
		else if (!this.tables.hasHeard(listener.module(), listener.getListenerId(), letter.eventId())) {
			call(listener, letter);
			this.tables.hears(listener.module(), listener.getListenerId(), letter.eventId());
		}
	}

	private void call(CrossingListener listener, Letter letter) {
		try {
			listener.hear(this.format.read(letter, listener.event()));
		}
		catch (Exception ex) {
			throw new HearingFailed(ex);
		}
	}

	/**
	 * A listener failed; its transaction was rolled back.
	 */
	static final class HearingFailed extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		private final Exception cause;

		HearingFailed(Exception cause) {
			super(cause);
			this.cause = cause;
		}

		@Override
		public synchronized Exception getCause() {
			return this.cause;
		}

	}

}

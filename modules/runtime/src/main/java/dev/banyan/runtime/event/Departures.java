package dev.banyan.runtime.event;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts what is to leave into the publisher's outbox, in the publisher's transaction.
 */
class Departures {

	private final Paths paths;

	private final EventFormat format;

	private final EventTables tables;

	private final Relay relay;

	Departures(Paths paths, EventFormat format, EventTables tables, Relay relay) {
		this.paths = paths;
		this.format = format;
		this.tables = tables;
		this.relay = relay;
	}

	@EventListener
	void on(PayloadApplicationEvent<?> published) {
		Object event = published.getPayload();
		if (!this.paths.leaves(event.getClass())) {
			return;
		}
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException(event.getClass().getName() + " was published outside a transaction");
		}
		this.tables.store(CrossingEvent.moduleOf(event.getClass()), this.format.write(event));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Departures.this.relay.wake();
			}

		});
	}

}

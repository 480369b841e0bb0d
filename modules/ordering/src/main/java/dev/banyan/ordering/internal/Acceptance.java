package dev.banyan.ordering.internal;

import dev.banyan.ordering.OrderStatus;

import org.springframework.stereotype.Component;

/**
 * From here on an order exists for everybody.
 */
@Component
class Acceptance {

	private final KeepingNotes notes;

	private final OrderEvents events;

	Acceptance(KeepingNotes notes, OrderEvents events) {
		this.notes = notes;
		this.events = events;
	}

	/** Within the transaction that stores the order. */
	StoredOrder accept(StoredOrder order) {
		order.keepStock();
		order.accept();
		this.notes.statusChanged(order, OrderStatus.PENDING);
		this.events.placed(order);
		return order;
	}

}

package dev.banyan.ordering.internal;

import java.util.List;

import dev.banyan.ordering.OrderStatus;

import org.springframework.stereotype.Component;

/**
 * From here on an order exists for everybody.
 */
@Component
class Acceptance {

	private final KeepingNotes notes;

	private final OrderEvents events;

	private final OrderSearch search;

	Acceptance(KeepingNotes notes, OrderEvents events, OrderSearch search) {
		this.notes = notes;
		this.events = events;
		this.search = search;
	}

	/** Within the transaction that stores the order. */
	StoredOrder accept(StoredOrder order) {
		accept(List.of(order));
		return order;
	}

	/** Within the transaction that stores the orders; repeatable if that fails. */
	void accept(List<StoredOrder> orders) {
		for (StoredOrder order : orders) {
			order.keepStock();
			order.accept();
			this.notes.statusChanged(order, OrderStatus.PENDING);
			this.events.placed(order);
		}
		this.search.add(orders);
	}

}

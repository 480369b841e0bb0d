package dev.banyan.webhooks.internal;

import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.OrderStatus;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Queues what ordering tells. Outside a transaction, for the message is rendered from the
 * owners' seams; queueing an event again changes nothing.
 */
@Component
class OrderingListener {

	private final DeliveryQueue queue;

	OrderingListener(DeliveryQueue queue) {
		this.queue = queue;
	}

	@ApplicationModuleListener(id = "webhooks.order-placed", propagation = Propagation.NOT_SUPPORTED)
	void on(OrderPlaced event) {
		this.queue.queue("order", "created", event.orderId(), 0, event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.order-changed", propagation = Propagation.NOT_SUPPORTED)
	void on(OrderChanged event) {
		this.queue.queue("order", trashing(event.before(), event.status()), event.orderId(), 0, event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.order-removed", propagation = Propagation.NOT_SUPPORTED)
	void on(OrderRemoved event) {
		this.queue.queue("order", "deleted", event.orderId(), 0, event.eventId());
	}

	/** Going to the trash is told as a deletion, coming back as a restoration. */
	private static String trashing(OrderStatus before, OrderStatus after) {
		boolean wasTrash = before == OrderStatus.TRASH;
		boolean isTrash = after == OrderStatus.TRASH;
		return (wasTrash == isTrash) ? "updated" : (isTrash ? "deleted" : "restored");
	}

}

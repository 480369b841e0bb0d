package dev.banyan.webhooks.internal;

import dev.banyan.customers.CustomerChanged;
import dev.banyan.customers.CustomerRegistered;
import dev.banyan.customers.CustomerRemoved;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Queues what customers tells. Outside a transaction, for the message is rendered from
 * the owners' seams; queueing an event again changes nothing.
 */
@Component
class CustomersListener {

	private final DeliveryQueue queue;

	CustomersListener(DeliveryQueue queue) {
		this.queue = queue;
	}

	@ApplicationModuleListener(id = "webhooks.customer-registered", propagation = Propagation.NOT_SUPPORTED)
	void on(CustomerRegistered event) {
		this.queue.queue("customer", "created", event.customerId(), 0, event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.customer-changed", propagation = Propagation.NOT_SUPPORTED)
	void on(CustomerChanged event) {
		this.queue.queue("customer", "updated", event.customerId(), 0, event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.customer-removed", propagation = Propagation.NOT_SUPPORTED)
	void on(CustomerRemoved event) {
		this.queue.queue("customer", "deleted", event.customerId(), 0, event.eventId());
	}

}

package dev.banyan.webhooks.internal;

import dev.banyan.catalog.ProductAdded;
import dev.banyan.catalog.ProductChanged;
import dev.banyan.catalog.ProductRemoved;
import dev.banyan.catalog.ProductRestored;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Queues what the catalog tells. Outside a transaction, for the message is rendered from
 * the owners' seams; queueing an event again changes nothing.
 */
@Component
class CatalogListener {

	private final DeliveryQueue queue;

	CatalogListener(DeliveryQueue queue) {
		this.queue = queue;
	}

	@ApplicationModuleListener(id = "webhooks.product-added", propagation = Propagation.NOT_SUPPORTED)
	void on(ProductAdded event) {
		this.queue.queue("product", "created", event.productId(), event.parentId(), event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.product-changed", propagation = Propagation.NOT_SUPPORTED)
	void on(ProductChanged event) {
		this.queue.queue("product", "updated", event.productId(), event.parentId(), event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.product-restored", propagation = Propagation.NOT_SUPPORTED)
	void on(ProductRestored event) {
		this.queue.queue("product", "restored", event.productId(), event.parentId(), event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.product-removed", propagation = Propagation.NOT_SUPPORTED)
	void on(ProductRemoved event) {
		this.queue.queue("product", "deleted", event.productId(), event.parentId(), event.eventId());
	}

}

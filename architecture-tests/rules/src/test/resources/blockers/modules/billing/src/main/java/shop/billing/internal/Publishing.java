package shop.billing.internal;

import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;

import shop.billing.InvoiceSent;
import shop.stock.StockChanged;

class Publishing {

	private final ApplicationEventPublisher events;

	Publishing(ApplicationEventPublisher events) {
		this.events = events;
	}

	void entity(Invoice invoice) {
		this.events.publishEvent(invoice); // blocker: an entity is published
	}

	void foreign(UUID id) {
		this.events.publishEvent(new StockChanged(id, Instant.EPOCH, 1, null)); // blocker: another module's event is published
	}

	void fact(UUID id) {
		this.events.publishEvent(new InvoiceSent(id, Instant.EPOCH, 1, new long[0])); // clean: its own event
	}

}

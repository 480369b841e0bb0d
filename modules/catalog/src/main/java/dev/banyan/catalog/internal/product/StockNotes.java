package dev.banyan.catalog.internal.product;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import dev.banyan.inventory.StockChanged;

/**
 * Keeps the catalog's own copy of the stock status, which lists are filtered by.
 */
@Component
class StockNotes {

	private final DerivedColumns derived;

	StockNotes(DerivedColumns derived) {
		this.derived = derived;
	}

	/** Every order changes a quantity, few a status. */
	@ApplicationModuleListener(id = "catalog.stock-status", condition = "#event.before != #event.status")
	void on(StockChanged event) {
		this.derived.noteStock(event.itemId(), event.status(), event.occurredAt());
	}

}

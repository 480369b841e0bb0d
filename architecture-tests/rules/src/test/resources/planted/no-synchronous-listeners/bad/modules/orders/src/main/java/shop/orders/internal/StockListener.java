package shop.orders.internal;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.stock.StockChanged;

class StockListener {

	@EventListener
	void on(StockChanged event) {
		System.out.println(event); // VIOLATION inside the publisher's transaction
	}

	@TransactionalEventListener
	void afterwards(StockChanged event) {
		System.out.println(event); // VIOLATION in the publisher's thread
	}

}

package shop.orders.internal;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.stock.StockChanged;

class StockListener {

	@EventListener
	void on(StockChanged event) { // VIOLATION inside the publisher's transaction
		System.out.println(event);
	}

	@TransactionalEventListener
	void afterwards(StockChanged event) { // VIOLATION in the publisher's thread
		System.out.println(event);
	}

}

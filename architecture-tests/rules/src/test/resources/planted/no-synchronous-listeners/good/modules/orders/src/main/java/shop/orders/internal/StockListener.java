package shop.orders.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.stock.StockChanged;

class StockListener {

	@Async
	@TransactionalEventListener
	void on(StockChanged event) {
	}

}

package shop.reporting.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.orders.OrderPlaced;
import shop.orders.Orders;

class OrderListener {

	private final Orders orders;

	OrderListener(Orders orders) {
		this.orders = orders;
	}

	@Async
	@TransactionalEventListener
	void on(OrderPlaced event) {
		this.orders.open();
	}

}

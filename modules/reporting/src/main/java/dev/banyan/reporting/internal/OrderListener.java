package dev.banyan.reporting.internal;

import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.Orders;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows the orders. An event only tells which order to read again, outside any
 * transaction, since ordering may run elsewhere; what is read carries its version, so a
 * repeated or late event changes nothing. That makes an inbox unnecessary here.
 */
@Component
class OrderListener {

	private final Orders orders;

	private final SoldOrders sold;

	OrderListener(Orders orders, SoldOrders sold) {
		this.orders = orders;
		this.sold = sold;
	}

	@Async
	@TransactionalEventListener(id = "reporting.order-placed")
	void on(OrderPlaced event) {
		read(event.orderId());
	}

	@Async
	@TransactionalEventListener(id = "reporting.order-changed")
	void on(OrderChanged event) {
		read(event.orderId());
	}

	@Async
	@TransactionalEventListener(id = "reporting.order-removed")
	void on(OrderRemoved event) {
		this.sold.remove(event.orderId());
	}

	private void read(long orderId) {
		this.orders.find(orderId).ifPresentOrElse(this.sold::put, () -> this.sold.remove(orderId));
	}

}

package dev.banyan.reporting.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.Orders;
import dev.banyan.runtime.data.JointCalls;

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

	private static final int TOGETHER = 50;

	/** Nobody looks at reports more often. */
	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Orders orders;

	private final SoldOrders sold;

	private final JointCalls<Long, Long> changed = new JointCalls<>(TOGETHER, PAUSE, this::read);

	OrderListener(Orders orders, SoldOrders sold) {
		this.orders = orders;
		this.sold = sold;
	}

	@Async
	@TransactionalEventListener(id = "reporting.order-placed")
	void on(OrderPlaced event) {
		this.changed.call(event.orderId());
	}

	@Async
	@TransactionalEventListener(id = "reporting.order-changed")
	void on(OrderChanged event) {
		this.changed.call(event.orderId());
	}

	@Async
	@TransactionalEventListener(id = "reporting.order-removed")
	void on(OrderRemoved event) {
		this.sold.remove(event.orderId());
	}

	/** What comes while orders are read is read together. */
	private List<Long> read(List<Long> ids) {
		Map<Long, Order> found = new HashMap<>();
		if (ids.size() == 1) {
			this.orders.find(ids.getFirst()).ifPresent((order) -> found.put(order.id(), order));
		}
		else {
			this.orders.list(SoldOrders.these(ids)).orders().forEach((order) -> found.put(order.id(), order));
		}
		this.sold.put(found.values());
		ids.stream().filter((id) -> !found.containsKey(id)).forEach(this.sold::remove);
		return ids;
	}

}

package dev.banyan.ordering.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

import dev.banyan.ordering.OrderCancelled;
import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderPaid;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRefunded;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Refund;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells what happened to orders, within the transaction that made it so.
 */
@Component
class OrderEvents {

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OrderEvents(ApplicationEventPublisher events, Clock clock) {
		this.events = events;
		this.clock = clock;
	}

	void placed(StoredOrder order) {
		this.events.publishEvent(new OrderPlaced(UUID.randomUUID(), this.clock.instant(), order.id(), order.status(),
				order.customerId(), order.header().currency(), order.total()));
		if (order.paidAt() != null) {
			this.events.publishEvent(new OrderPaid(UUID.randomUUID(), this.clock.instant(), order.id()));
		}
	}

	void changed(StoredOrder order, OrderStatus before, boolean paidBefore) {
		this.events.publishEvent(new OrderChanged(UUID.randomUUID(), this.clock.instant(), order.id(), before,
				order.status(), Objects.requireNonNull(order.version())));
		if (order.paidAt() != null && !paidBefore) {
			this.events.publishEvent(new OrderPaid(UUID.randomUUID(), this.clock.instant(), order.id()));
		}
		if (order.status() == OrderStatus.CANCELLED && before != OrderStatus.CANCELLED) {
			this.events.publishEvent(new OrderCancelled(UUID.randomUUID(), this.clock.instant(), order.id()));
		}
	}

	void refunded(StoredOrder order, OrderStatus before, Refund refund) {
		this.events.publishEvent(
				new OrderRefunded(UUID.randomUUID(), this.clock.instant(), order.id(), refund.id(), refund.amount()));
		this.events.publishEvent(new OrderChanged(UUID.randomUUID(), this.clock.instant(), order.id(), before,
				order.status(), Objects.requireNonNull(order.version())));
	}

	void removed(long orderId) {
		this.events.publishEvent(new OrderRemoved(UUID.randomUUID(), this.clock.instant(), orderId));
	}

}

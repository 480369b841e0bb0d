package dev.banyan.ordering.internal;

import java.util.List;
import java.util.Set;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderRefused;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cancel saga: it is noted that the payment has to be given up, the order becomes
 * cancelled with its goods returned, then the payment is given up. What was noted and not
 * done is done after a crash, as soon as the order is cancelled.
 */
@Component
class CancellingOrders {

	private static final Logger logger = LoggerFactory.getLogger(CancellingOrders.class);

	private static final Set<OrderStatus> CANCELLABLE = Set.of(OrderStatus.PENDING, OrderStatus.ON_HOLD,
			OrderStatus.PROCESSING, OrderStatus.FAILED, OrderStatus.CANCELLED);

	private static final int AT_A_TIME = 50;

	private final Orders orders;

	private final StoredOrders storedOrders;

	private final Payments payments;

	private final TransactionTemplate transaction;

	CancellingOrders(Orders orders, StoredOrders storedOrders, Payments payments,
			PlatformTransactionManager transactionManager) {
		this.orders = orders;
		this.storedOrders = storedOrders;
		this.payments = payments;
		this.transaction = new TransactionTemplate(transactionManager);
	}

	Order cancel(long orderId) {
		Order order = this.orders.find(orderId).orElseThrow(() -> new UnknownOrder(orderId));
		if (!CANCELLABLE.contains(order.status())) {
			throw new OrderRefused(OrderRefused.Reason.NOT_CANCELLABLE,
					"The order is " + order.status().title().toLowerCase(java.util.Locale.ROOT) + ".", List.of());
		}
		this.transaction.executeWithoutResult(
				(status) -> this.storedOrders.lock(orderId).ifPresent((found) -> found.payBack(true)));
		Order cancelled = (order.status() != OrderStatus.CANCELLED)
				? this.orders.change(orderId, OrderDraft.of(OrderStatus.CANCELLED)) : order;
		payBack(orderId);
		return cancelled;
	}

	@Scheduled(fixedDelayString = "${banyan.ordering.recovery-interval:5s}")
	void payBackCancelled() {
		this.storedOrders.toPayBack(OrderStatus.CANCELLED, Limit.of(AT_A_TIME)).forEach((orderId) -> {
			try {
				payBack(orderId);
			}
			catch (RuntimeException ex) {
				logger.warn("The payment of order {} will be given up later: {}", orderId, ex.getMessage());
			}
		});
	}

	private void payBack(long orderId) {
		this.payments.cancel("order-" + orderId);
		this.transaction.executeWithoutResult(
				(status) -> this.storedOrders.lock(orderId).ifPresent((found) -> found.payBack(false)));
	}

}

package dev.banyan.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderPage;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.OrderTotals;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.RefundSummary;

/**
 * Orders as a test says they are.
 */
class KnownOrders implements Orders {

	private final ConcurrentSkipListMap<Long, Order> orders = new ConcurrentSkipListMap<>();

	static Order order(long id, long version, OrderStatus status, String entered, String total, String refunded,
			LineItem... lines) {
		Instant at = Instant.parse(entered);
		List<RefundSummary> refunds = refunded.equals("0") ? List.of()
				: List.of(new RefundSummary(id + 1000, "", new BigDecimal(refunded)));
		OrderTotals totals = new OrderTotals(new BigDecimal("1"), BigDecimal.ZERO, new BigDecimal("5"),
				new BigDecimal("0.5"), new BigDecimal("2"), new BigDecimal(total));
		return new Order(id, 0, status, "USD", 0, "", "api", "key", Map.of(), Map.of(), "", "", "", at, at, null, null,
				List.of(lines), List.of(), false, List.of(), List.of(), refunds, totals, List.of(), version);
	}

	static LineItem line(long productId, long variationId, int quantity) {
		return new LineItem(productId * 10, "Product " + productId, productId, variationId, quantity, "", "taxable",
				BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), true, 0, 0, List.of());
	}

	void know(Order order) {
		this.orders.put(order.id(), order);
	}

	void clear() {
		this.orders.clear();
	}

	@Override
	public Optional<Order> find(long id) {
		return Optional.ofNullable(this.orders.get(id));
	}

	@Override
	public OrderPage list(OrderQuery query) {
		List<Order> found = this.orders.descendingMap()
			.values()
			.stream()
			.filter((order) -> query.include().isEmpty() || query.include().contains(order.id()))
			.toList();
		return new OrderPage(found.stream().limit(query.limit()).toList(), found.size());
	}

	@Override
	public void delete(long id) {
		this.orders.remove(id);
	}

	@Override
	public Order date(long id, Instant createdAt) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Order enter(OrderDraft draft) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Order change(long id, OrderDraft draft) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<OrderStatus, Long> countByStatus() {
		throw new UnsupportedOperationException();
	}

}

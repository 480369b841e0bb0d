package dev.banyan.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.RefundSummary;

/**
 * The rows of an order.
 *
 * @param id the order
 * @param version its version; the last one when it is deleted
 * @param columns what is kept of it: version, whether it counts, when it was entered, how
 * many items, total, tax, shipping, discount, refunded, and its id
 * @param products the rows of its products
 */
record SoldOrder(long id, long version, List<Object> columns, List<List<Object>> products) {

	private static final Set<OrderStatus> COUNTED = Set.of(OrderStatus.PROCESSING, OrderStatus.ON_HOLD,
			OrderStatus.COMPLETED, OrderStatus.REFUNDED);

	static SoldOrder of(Order order) {
		boolean counted = COUNTED.contains(order.status());
		List<Object> columns = List.of(order.version(), counted,
				LocalDateTime.ofInstant(order.createdAt(), ZoneOffset.UTC),
				order.lines().stream().mapToLong(LineItem::quantity).sum(), order.total(), order.totals().tax(),
				order.totals().shipping(), order.totals().discount(),
				order.refunds().stream().map(RefundSummary::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
				order.id());
		Map<Long, List<LineItem>> byProduct = order.lines()
			.stream()
			.filter((line) -> counted && line.productId() != 0)
			.collect(Collectors.groupingBy(LineItem::productId));
		return new SoldOrder(order.id(), order.version(), columns,
				byProduct.entrySet().stream().map((sold) -> product(order, sold.getKey(), sold.getValue())).toList());
	}

	private static List<Object> product(Order order, long productId, List<LineItem> lines) {
		return List.of(order.id(), productId, lines.getFirst().name(),
				lines.stream().mapToLong(LineItem::quantity).sum());
	}

	static SoldOrder removed(long id) {
		return new SoldOrder(id, Long.MAX_VALUE,
				List.of(Long.MAX_VALUE, false, LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plusDays(1), 0L,
						BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, id),
				List.of());
	}

}

package dev.banyan.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.RefundSummary;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A row for every order and one for each product in it. A row never goes back to an older
 * version of its order, however often and in whatever order the versions arrive; the row
 * of a deleted order stays, as the last version.
 */
@Component
class SoldOrders {

	private static final Set<OrderStatus> COUNTED = Set.of(OrderStatus.PROCESSING, OrderStatus.ON_HOLD,
			OrderStatus.COMPLETED, OrderStatus.REFUNDED);

	private static final int ATTEMPTS = 5;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	SoldOrders(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Keeps an order as it was read, unless a later version of it is kept already. */
	void put(Order order) {
		boolean counted = COUNTED.contains(order.status());
		Map<String, Object> row = new HashMap<>();
		row.put("counted", counted);
		row.put("createdAt", LocalDateTime.ofInstant(order.createdAt(), ZoneOffset.UTC));
		row.put("items", order.lines().stream().mapToLong(LineItem::quantity).sum());
		row.put("total", order.total());
		row.put("tax", order.totals().tax());
		row.put("shipping", order.totals().shipping());
		row.put("discount", order.totals().discount());
		row.put("refunded",
				order.refunds().stream().map(RefundSummary::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
		write(order.id(), order.version(), row, counted ? order.lines() : List.of());
	}

	/** Forgets an order that was deleted. */
	void remove(long orderId) {
		Map<String, Object> row = new HashMap<>();
		row.put("counted", false);
		row.put("createdAt", LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plusDays(1));
		row.put("items", 0L);
		List.of("total", "tax", "shipping", "discount", "refunded").forEach((name) -> row.put(name, BigDecimal.ZERO));
		write(orderId, Long.MAX_VALUE, row, List.of());
	}

	private void write(long orderId, long version, Map<String, Object> row, List<LineItem> lines) {
		row.put("id", orderId);
		row.put("version", version);
		for (int attempt = 1;; attempt++) {
			try {
				this.transaction.executeWithoutResult((status) -> writeOnce(orderId, version, row, lines));
				return;
			}
			catch (DuplicateKeyException | ConcurrencyFailureException ex) {
				// Another listener was first with this order.
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private void writeOnce(long orderId, long version, Map<String, Object> row, List<LineItem> lines) {
		List<Long> kept = this.jdbc.sql("select version from reporting.sold_order where order_id = :id for update")
			.params(row)
			.query(Long.class)
			.list();
		if (!kept.isEmpty() && kept.getFirst() > version) {
			return;
		}
		this.jdbc.sql(kept.isEmpty() ? """
				insert into reporting.sold_order (order_id, version, counted, created_at, items, total, tax, shipping,
				discount, refunded) values (:id, :version, :counted, :createdAt, :items, :total, :tax, :shipping,
				:discount, :refunded)""" : """
				update reporting.sold_order set version = :version, counted = :counted, created_at = :createdAt,
				items = :items, total = :total, tax = :tax, shipping = :shipping, discount = :discount,
				refunded = :refunded where order_id = :id""").params(row).update();
		this.jdbc.sql("delete from reporting.sold_product where order_id = :id").params(row).update();
		Map<Long, List<LineItem>> byProduct = lines.stream()
			.filter((line) -> line.productId() != 0)
			.collect(Collectors.groupingBy(LineItem::productId));
		byProduct.forEach((productId, sold) -> this.jdbc
			.sql("insert into reporting.sold_product (order_id, product_id, name, quantity) values (?, ?, ?, ?)")
			.params(orderId, productId, sold.getFirst().name(), sold.stream().mapToLong(LineItem::quantity).sum())
			.update());
	}

	/** Which of these orders are kept and not yet known to be deleted. */
	Set<Long> kept(List<Long> orderIds) {
		return this.jdbc
			.sql("select order_id from reporting.sold_order where order_id in (:ids) and version < :removed")
			.param("ids", orderIds)
			.param("removed", Long.MAX_VALUE)
			.query(Long.class)
			.set();
	}

	long lastId() {
		return this.jdbc.sql("select coalesce(max(order_id), 0) from reporting.sold_order").query(Long.class).single();
	}

}

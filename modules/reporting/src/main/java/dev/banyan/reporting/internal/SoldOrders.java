package dev.banyan.reporting.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;

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

	private static final int ATTEMPTS = 5;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	SoldOrders(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Asks for orders, whatever their status. */
	static OrderQuery these(List<Long> ids) {
		return query(ids, ids.size());
	}

	static OrderQuery query(List<Long> include, int limit) {
		return new OrderQuery(Set.of(OrderStatus.values()), null, null, List.of(), List.of(), include, List.of(), null,
				null, null, null, null, OrderQuery.Sort.ID, true, 0, limit);
	}

	/** Keeps orders as they were read, unless a later version is kept already. */
	void put(Collection<Order> orders) {
		write(orders.stream().map(SoldOrder::of).toList());
	}

	/** Forgets an order that was deleted. */
	void remove(long orderId) {
		write(List.of(SoldOrder.removed(orderId)));
	}

	private void write(List<SoldOrder> orders) {
		if (orders.isEmpty()) {
			return;
		}
		for (int attempt = 1;; attempt++) {
			try {
				this.transaction.executeWithoutResult((status) -> writeOnce(orders));
				return;
			}
			catch (DuplicateKeyException | ConcurrencyFailureException ex) {
				// Another listener was first with one of these orders.
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private void writeOnce(List<SoldOrder> orders) {
		Map<Long, Long> kept = new HashMap<>();
		this.jdbc.sql(
				"select order_id, version from reporting.sold_order where order_id in (:ids) order by order_id for update")
			.param("ids", orders.stream().map(SoldOrder::id).toList())
			.query((row) -> {
				kept.put(row.getLong(1), row.getLong(2));
			});
		List<SoldOrder> later = orders.stream()
			.filter((order) -> kept.getOrDefault(order.id(), Long.MIN_VALUE) <= order.version())
			.toList();
		List<SoldOrder> known = later.stream().filter((order) -> kept.containsKey(order.id())).toList();
		known.forEach((order) -> this.jdbc.sql("""
				update reporting.sold_order set version = ?, counted = ?, created_at = ?, items = ?, total = ?, tax = ?,
				shipping = ?, discount = ?, refunded = ? where order_id = ?""").params(order.columns()).update());
		if (!known.isEmpty()) {
			this.jdbc.sql("delete from reporting.sold_product where order_id in (:ids)")
				.param("ids", known.stream().map(SoldOrder::id).toList())
				.update();
		}
		insert("""
				reporting.sold_order (version, counted, created_at, items, total, tax, shipping, discount, refunded,
				order_id)""",
				later.stream().filter((order) -> !kept.containsKey(order.id())).map(SoldOrder::columns).toList());
		insert("reporting.sold_product (order_id, product_id, name, quantity)",
				later.stream().flatMap((order) -> order.products().stream()).toList());
	}

	private void insert(String table, List<List<Object>> rows) {
		if (!rows.isEmpty()) {
			String row = "(" + String.join(", ", Collections.nCopies(rows.getFirst().size(), "?")) + ")";
			this.jdbc
				.sql("insert into " + table + " values " + String.join(", ", Collections.nCopies(rows.size(), row)))
				.params(rows.stream().flatMap(List::stream).toList())
				.update();
		}
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

package dev.banyan.reporting.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.Orders;
import dev.banyan.reporting.DaySales;
import dev.banyan.reporting.ProductSales;
import dev.banyan.reporting.Sales;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class ReportingSales implements Sales {

	private static final int BLOCK = 100;

	private final JdbcClient jdbc;

	private final SoldOrders sold;

	private final Orders orders;

	ReportingSales(JdbcClient jdbc, SoldOrders sold, Orders orders) {
		this.jdbc = jdbc;
		this.sold = sold;
		this.orders = orders;
	}

	@Override
	public List<DaySales> days(LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select cast(created_at as date), count(*), sum(items), sum(total - refunded), sum(tax), sum(shipping),
				sum(discount), sum(case when refunded > 0 then 1 else 0 end)
				from reporting.sold_order where counted = true and created_at >= :from and created_at < :to
				group by cast(created_at as date) order by 1""")
			.param("from", from.atStartOfDay())
			.param("to", to.plusDays(1).atStartOfDay())
			.query((row, number) -> new DaySales(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3),
					row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6), row.getBigDecimal(7),
					row.getLong(8)))
			.list();
	}

	@Override
	public List<ProductSales> topSellers(LocalDate from, LocalDate to, int limit) {
		return this.jdbc.sql("""
				select p.product_id, max(p.name), sum(p.quantity) from reporting.sold_order o
				join reporting.sold_product p on p.order_id = o.order_id
				where o.counted = true and o.created_at >= :from and o.created_at < :to
				group by p.product_id having sum(p.quantity) > 0 order by 3 desc, 1 limit :limit""")
			.param("from", from.atStartOfDay())
			.param("to", to.plusDays(1).atStartOfDay())
			.param("limit", limit)
			.query((row, number) -> new ProductSales(row.getLong(1), row.getString(2), row.getLong(3)))
			.list();
	}

	/**
	 * Goes through the numbers, not through pages: orders that come and go in the
	 * meantime move no page, and those with higher numbers arrive by events.
	 */
	@Override
	public long rebuild() {
		List<Order> newest = this.orders.list(SoldOrders.query(List.of(), 1)).orders();
		long last = Math.max(this.sold.lastId(), newest.isEmpty() ? 0 : newest.getFirst().id());
		long found = 0;
		for (long first = 1; first <= last; first += BLOCK) {
			List<Long> ids = LongStream.range(first, first + BLOCK).boxed().toList();
			Set<Long> missing = new HashSet<>(this.sold.kept(ids));
			List<Order> orders = this.orders.list(SoldOrders.these(ids)).orders();
			this.sold.put(orders);
			orders.forEach((order) -> missing.remove(order.id()));
			found += orders.size();
			missing.forEach(this.sold::remove);
		}
		return found;
	}

}

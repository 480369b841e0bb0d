package dev.banyan.catalog.internal.product;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.inventory.StockStatus;

/**
 * Columns that follow from other rows or from the time: the price range and the stock
 * status of what consists of parts, and prices with a schedule.
 */
@Component
class DerivedColumns {

	private static final int PART = 500;

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final TransactionTemplate transaction;

	DerivedColumns(JdbcClient jdbc, ProductRows rows, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.transaction = transaction;
	}

	/** Brings the prices up to date whose sale has begun or ended since. */
	void applySchedule(Instant now) {
		List<Long> due = due(now);
		while (!due.isEmpty()) {
			List<Long> part = due;
			this.transaction.executeWithoutResult((status) -> {
				for (PartRow row : this.rows.parts(part).values()) {
					Product.Price price = row.priceAt(now);
					this.jdbc.sql(
							"update catalog.product set price_min = ?, price_max = ?, on_sale = ?, price_changes_at = ? where id = ?")
						.params(Arrays.asList(Prices.column(price.min()), Prices.column(price.max()), price.onSale(),
								Columns.timeOrNull(Prices.nextChange(row.pricing(), now)), row.id()))
						.update();
				}
				refreshWholesOf(part, now);
			});
			due = due(now);
		}
	}

	private List<Long> due(Instant now) {
		return this.jdbc
			.sql("select id from catalog.product where price_changes_at <= ? order by price_changes_at limit " + PART)
			.param(Columns.time(now))
			.query(Long.class)
			.list();
	}

	/** Brings the products up to date that some products are parts of. */
	void refreshWholesOf(Collection<Long> parts, Instant now) {
		if (parts.isEmpty()) {
			return;
		}
		Set<Long> wholes = new HashSet<>(
				this.jdbc.sql("select distinct parent_id from catalog.product where id in (:ids) and parent_id <> 0")
					.param("ids", parts)
					.query(Long.class)
					.list());
		refreshVariable(wholes, now);
		Set<Long> sold = new HashSet<>(parts);
		sold.addAll(wholes);
		refreshGrouped(new HashSet<>(
				this.jdbc.sql("select distinct product_id from catalog.grouped_product where child_id in (:ids)")
					.param("ids", sold)
					.query(Long.class)
					.list()),
				now);
	}

	/** Brings the products up to date that a deleted one was a part of. */
	void refreshAfterRemoval(ProductRow removed, Instant now) {
		if (removed.parentId() != 0) {
			refreshVariable(List.of(removed.parentId()), now);
		}
		refreshGrouped(new HashSet<>(
				this.jdbc.sql("select distinct product_id from catalog.grouped_product where child_id in (:ids)")
					.param("ids", List.of(removed.id(), removed.parentId()))
					.query(Long.class)
					.list()),
				now);
	}

	/** Brings variable products up to date with their variations. */
	void refreshVariable(Collection<Long> products, Instant now) {
		List<PartRow> variations = this.rows.variations(products);
		for (ProductRow product : this.rows.rows(products).values()) {
			List<PartRow> own = variations.stream()
				.filter((part) -> part.parentId() == product.id() && part.status() == ProductStatus.PUBLISH)
				.toList();
			StockStatus stock = product.content().stock().managed() ? product.stockStatus() : statusOf(own);
			write(product.id(), Prices.range(own.stream().map((part) -> part.priceAt(now)).toList()), stock);
		}
	}

	/**
	 * Brings grouped products up to date with what they consist of; lists do not show
	 * them as on sale.
	 */
	void refreshGrouped(Collection<Long> products, Instant now) {
		for (ProductRow product : this.rows.rows(products).values()) {
			Collection<PartRow> own = this.rows.parts(product.content().relations().grouped()).values();
			Product.Price range = Prices.range(own.stream().map((part) -> part.priceAt(now)).toList());
			write(product.id(), new Product.Price(range.amount(), false, range.min(), range.max(), range.minRegular(),
					range.maxRegular()), product.stockStatus());
		}
	}

	static StockStatus statusOf(List<PartRow> parts) {
		if (parts.stream().anyMatch((part) -> part.stockStatus() == StockStatus.IN_STOCK)) {
			return StockStatus.IN_STOCK;
		}
		return parts.stream().anyMatch((part) -> part.stockStatus() == StockStatus.ON_BACKORDER)
				? StockStatus.ON_BACKORDER : StockStatus.OUT_OF_STOCK;
	}

	private void write(long id, Product.Price price, StockStatus stock) {
		this.jdbc
			.sql("update catalog.product set price_min = ?, price_max = ?, on_sale = ?, stock_status = ? where id = ?")
			.params(Arrays.asList(Prices.column(price.min()), Prices.column(price.max()), price.onSale(), stock.name(),
					id))
			.update();
	}

	/**
	 * Notes a stock status that inventory told.
	 * @param occurredAt when it changed; what happened earlier than the last note is
	 * ignored
	 */
	void noteStock(long id, StockStatus status, Instant occurredAt) {
		int changed = this.jdbc.sql("""
				update catalog.product set stock_status = ?, stock_changed_at = ?
				where id = ? and stock_status <> ? and (stock_changed_at is null or stock_changed_at <= ?)""")
			.params(status.name(), Columns.time(occurredAt), id, status.name(), Columns.time(occurredAt))
			.update();
		if (changed > 0) {
			refreshWholesOf(List.of(id), occurredAt);
		}
	}

}

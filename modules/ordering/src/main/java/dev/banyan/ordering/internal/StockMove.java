package dev.banyan.ordering.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.inventory.StockAdjustment;

/**
 * What an order takes out of stock or returns, and what that means for the sales counts,
 * under one repeat-safe key.
 *
 * @param name the key
 * @param stock the change of stock by item
 * @param sales the change of the sales count by product
 */
record StockMove(String name, Map<Long, Integer> stock, Map<Long, Integer> sales) {

	static StockMove of(StoredOrder order, boolean take) {
		Map<Long, Integer> stock = new HashMap<>();
		Map<Long, Integer> sales = new HashMap<>();
		for (StoredLine line : order.goods()) {
			int change = take ? -line.quantity() : line.stockTaken();
			if (line.itemId() != 0 && change != 0) {
				stock.merge(line.itemId(), change, Integer::sum);
			}
			if (line.productId() != 0 && line.quantity() != 0) {
				sales.merge(line.productId(), take ? line.quantity() : -line.quantity(), Integer::sum);
			}
		}
		return new StockMove("order-" + order.id() + "-" + order.stockMoves(), stock, sales);
	}

	StockMove reversed() {
		Map<Long, Integer> returned = new HashMap<>();
		this.stock.forEach((item, change) -> returned.put(item, -change));
		Map<Long, Integer> unsold = new HashMap<>();
		this.sales.forEach((product, change) -> unsold.put(product, -change));
		return new StockMove(this.name + "-undo", returned, unsold);
	}

	List<StockAdjustment> adjustments() {
		return this.stock.entrySet()
			.stream()
			.map((entry) -> new StockAdjustment(entry.getKey(), entry.getValue()))
			.toList();
	}

}

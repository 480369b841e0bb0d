package dev.banyan.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.StockStatus;

import org.springframework.stereotype.Component;

/**
 * Inventory as the catalog's tests need it: it keeps what it is told and counts the
 * calls.
 */
@Component
class KnownStock implements Stock {

	final AtomicInteger reads = new AtomicInteger();

	private final Map<Long, StockLevel> levels = new ConcurrentHashMap<>();

	@Override
	public Map<Long, StockLevel> levels(Set<Long> itemIds) {
		this.reads.incrementAndGet();
		Map<Long, StockLevel> found = new HashMap<>(this.levels);
		found.keySet().retainAll(itemIds);
		return found;
	}

	@Override
	public Map<Long, StockLevel> define(List<StockDefinition> definitions) {
		Map<Long, StockLevel> defined = new HashMap<>();
		for (StockDefinition definition : definitions) {
			Integer quantity = definition.managed() ? (definition.quantity() != null) ? definition.quantity() : 0
					: null;
			StockStatus status = (quantity == null) ? definition.status()
					: (quantity > 0) ? StockStatus.IN_STOCK : StockStatus.OUT_OF_STOCK;
			defined.put(definition.itemId(), new StockLevel(definition.itemId(), definition.itemId(),
					definition.managed(), quantity, 0, definition.backorders(), definition.lowStockAmount(), status));
		}
		this.levels.putAll(defined);
		return defined;
	}

	@Override
	public Map<Long, StockLevel> adjust(String key, List<StockAdjustment> adjustments) {
		throw new UnsupportedOperationException("The catalog adjusts nothing");
	}

	@Override
	public void remove(Set<Long> itemIds) {
		this.levels.keySet().removeAll(itemIds);
	}

}

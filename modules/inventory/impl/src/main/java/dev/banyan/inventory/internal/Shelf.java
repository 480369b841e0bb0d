package dev.banyan.inventory.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import dev.banyan.inventory.StockLevel;
import org.jspecify.annotations.Nullable;

/**
 * Some items together with those that they inherit from.
 */
final class Shelf {

	private final Map<Long, StockItem> items = new HashMap<>();

	private Shelf() {
	}

	static Shelf of(Collection<Long> ids, Function<Collection<Long>, List<StockItem>> read) {
		Shelf shelf = new Shelf();
		if (ids.isEmpty()) {
			return shelf;
		}
		shelf.add(read.apply(ids));
		Set<Long> parents = new HashSet<>(
				shelf.items.values().stream().map(StockItem::inheritsFrom).filter(Objects::nonNull).toList());
		parents.removeAll(shelf.items.keySet());
		if (!parents.isEmpty()) {
			shelf.add(read.apply(parents));
		}
		return shelf;
	}

	private void add(List<StockItem> found) {
		found.forEach((item) -> this.items.put(item.itemId(), item));
	}

	/** The item whose stock counts for an item. */
	@Nullable StockItem counting(long itemId) {
		StockItem item = this.items.get(itemId);
		if (item == null || item.inheritsFrom() == null) {
			return item;
		}
		StockItem parent = this.items.get(item.inheritsFrom());
		return (parent != null && parent.managed()) ? parent : item;
	}

	Map<Long, StockLevel> levels(Collection<Long> ids) {
		Map<Long, StockLevel> levels = new HashMap<>();
		for (Long id : ids) {
			StockItem item = this.items.get(id);
			StockItem counting = counting(id);
			if (item != null && counting != null) {
				levels.put(id, new StockLevel(id, counting.itemId(), item.managed(), counting.countedQuantity(),
						counting.reserved(), counting.backorders(), item.lowStockAmount(), counting.status()));
			}
		}
		return levels;
	}

}

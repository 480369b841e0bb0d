package dev.banyan.inventory.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingStock implements Stock {

	private final StockItems items;

	private final StockRows rows;

	private final AppliedAdjustments applied;

	private final StockEvents events;

	private final RepeatSafeTransactions transactions;

	KeepingStock(StockItems items, StockRows rows, AppliedAdjustments applied, StockEvents events,
			RepeatSafeTransactions transactions) {
		this.items = items;
		this.rows = rows;
		this.applied = applied;
		this.events = events;
		this.transactions = transactions;
	}

	@Override
	public Map<Long, StockLevel> levels(Set<Long> itemIds) {
		return Shelf.of(itemIds, this.rows::read).levels(itemIds);
	}

	@Override
	public Map<Long, StockLevel> define(List<StockDefinition> definitions) {
		return this.transactions.run(() -> {
			Map<Long, StockItem> known = new HashMap<>();
			Set<Long> ids = new HashSet<>(definitions.stream().map(StockDefinition::itemId).toList());
			if (!ids.isEmpty()) {
				this.items.lock(ids).forEach((item) -> known.put(item.itemId(), item));
			}
			for (StockDefinition definition : definitions) {
				StockItem item = known.computeIfAbsent(definition.itemId(), StockItem::new);
				item.define(definition);
				this.items.save(item);
			}
			this.items.flush();
			Map<Long, StockLevel> levels = Shelf.of(ids, this.rows::read).levels(ids);
			levels.values().forEach((level) -> this.events.changed(level, null));
			return levels;
		});
	}

	@Override
	public Map<Long, StockLevel> adjust(String key, List<StockAdjustment> adjustments) {
		Set<Long> ids = new HashSet<>(adjustments.stream().map(StockAdjustment::itemId).toList());
		return this.transactions.run(() -> {
			Shelf shelf = Shelf.of(ids, this.items::lock);
			if (this.applied.add(key)) {
				Map<Long, StockLevel> before = shelf.levels(ids);
				for (StockAdjustment adjustment : adjustments) {
					StockItem item = shelf.counting(adjustment.itemId());
					if (item != null) {
						item.add(adjustment.change());
					}
				}
				shelf.levels(ids).forEach((id, level) -> {
					if (!level.equals(before.get(id))) {
						this.events.changed(level, before.get(id));
					}
				});
			}
			return shelf.levels(ids);
		});
	}

	@Override
	@Transactional
	public void remove(Set<Long> itemIds) {
		this.items.deleteAllByIdInBatch(itemIds);
	}

}

package dev.banyan.inventory.internal;

import java.time.Clock;
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

	private final AppliedAdjustments applied;

	private final StockEvents events;

	private final RepeatSafeTransactions transactions;

	private final Clock clock;

	KeepingStock(StockItems items, AppliedAdjustments applied, StockEvents events, RepeatSafeTransactions transactions,
			Clock clock) {
		this.items = items;
		this.applied = applied;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, StockLevel> levels(Set<Long> itemIds) {
		return Shelf.of(itemIds, this.items::read).levels(itemIds);
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
			Map<Long, StockLevel> levels = Shelf.of(ids, this.items::read).levels(ids);
			levels.values().forEach(this.events::changed);
			return levels;
		});
	}

	@Override
	public Map<Long, StockLevel> adjust(String key, List<StockAdjustment> adjustments) {
		Set<Long> ids = new HashSet<>(adjustments.stream().map(StockAdjustment::itemId).toList());
		return this.transactions.run(() -> {
			Shelf shelf = Shelf.of(ids, this.items::lock);
			if (!this.applied.existsById(key)) {
				this.applied.saveAndFlush(new AppliedAdjustment(key, this.clock.instant()));
				for (StockAdjustment adjustment : adjustments) {
					StockItem item = shelf.counting(adjustment.itemId());
					if (item != null) {
						item.add(adjustment.change());
					}
				}
				shelf.levels(ids).values().forEach(this.events::changed);
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

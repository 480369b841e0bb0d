package dev.banyan.inventory.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;
import dev.banyan.runtime.data.JointCalls;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingStock implements Stock {

	private static final int TOGETHER = 20;

	/** Many orders at once come to this at about the same time. */
	private static final Duration PAUSE = Duration.ofMillis(2);

	private final StockItems items;

	private final StockRows rows;

	private final AppliedAdjustments applied;

	private final StockEvents events;

	private final RepeatSafeTransactions transactions;

	private final JointCalls<Adjusting, Map<Long, StockLevel>> adjusted = new JointCalls<>(TOGETHER, PAUSE,
			this::adjust);

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
		return this.adjusted.call(new Adjusting(key, adjustments));
	}

	/**
	 * A change of quantities under its key.
	 */
	private record Adjusting(String key, List<StockAdjustment> adjustments) {

		Set<Long> ids() {
			return this.adjustments.stream().map(StockAdjustment::itemId).collect(Collectors.toSet());
		}

	}

	/** Several together fail if one of their keys was applied before. */
	private List<Map<Long, StockLevel>> adjust(List<Adjusting> calls) {
		return this.transactions.run(() -> {
			Shelf shelf = Shelf.of(calls.stream().flatMap((call) -> call.ids().stream()).collect(Collectors.toSet()),
					this.items::lock);
			if (calls.size() > 1) {
				this.applied.addAll(calls.stream().map(Adjusting::key).toList());
				return calls.stream().map((call) -> adjust(call, shelf)).toList();
			}
			Adjusting call = calls.getFirst();
			return List.of(this.applied.add(call.key()) ? adjust(call, shelf) : shelf.levels(call.ids()));
		});
	}

	private Map<Long, StockLevel> adjust(Adjusting call, Shelf shelf) {
		Set<Long> ids = call.ids();
		Map<Long, StockLevel> before = shelf.levels(ids);
		for (StockAdjustment adjustment : call.adjustments()) {
			StockItem item = shelf.counting(adjustment.itemId());
			if (item != null) {
				item.add(adjustment.change());
			}
		}
		Map<Long, StockLevel> after = shelf.levels(ids);
		after.forEach((id, level) -> {
			if (!level.equals(before.get(id))) {
				this.events.changed(level, before.get(id));
			}
		});
		return after;
	}

	@Override
	@Transactional
	public void remove(Set<Long> itemIds) {
		this.items.deleteAllByIdInBatch(itemIds);
	}

}

package dev.banyan.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.runtime.RepeatSafe;

/**
 * Stock levels. All methods work in bulk; every one may throw
 * {@link InventoryUnavailable}.
 */
public interface Stock {

	/**
	 * Reads levels.
	 * @param itemIds any number of items
	 * @return a level per known item, unknown ones are missing
	 */
	@RepeatSafe
	Map<Long, StockLevel> levels(Set<Long> itemIds);

	/**
	 * Defines how items are kept. Safe to repeat.
	 * @param definitions any number, at most one per item
	 * @return the levels that follow from them, by item
	 */
	@RepeatSafe
	Map<Long, StockLevel> define(List<StockDefinition> definitions);

	/**
	 * Changes quantities, all or none, even below zero. Safe to repeat: a key is applied
	 * once.
	 * @param key names this change, up to 100 characters
	 * @param adjustments any number; an unknown item is left out
	 * @return the levels of the adjusted items after this change, or as they are now if
	 * the key was applied before
	 */
	Map<Long, StockLevel> adjust(String key, List<StockAdjustment> adjustments);

	/**
	 * Forgets items, for one that is deleted for good. Safe to repeat.
	 * @param itemIds any number of items, unknown ones are ignored
	 */
	@RepeatSafe
	void remove(Set<Long> itemIds);

}

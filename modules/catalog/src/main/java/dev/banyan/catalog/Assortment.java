package dev.banyan.catalog;

import java.util.Map;
import java.util.Set;

import dev.banyan.runtime.RepeatSafe;

/**
 * What can be sold, as an order needs it. All methods work in bulk.
 */
public interface Assortment {

	/**
	 * Reads products and variations with the prices of this moment.
	 * @param ids any number of products and variations
	 * @return an item per known id, trashed ones included; unknown ones are missing
	 */
	@RepeatSafe
	Map<Long, SellableItem> items(Set<Long> ids);

	/**
	 * Reads what products and variations are filed under.
	 * @param ids any number of products and variations
	 * @return categories per known id, each with all those above it; a variation has
	 * those of its product; unknown ids are missing
	 */
	@RepeatSafe
	Map<Long, Set<Long>> categories(Set<Long> ids);

	/**
	 * Finds products and variations by their stock-keeping units.
	 * @param skus any number, compared without regard to case
	 * @return the id per SKU as it was asked for; unknown ones are missing
	 */
	@RepeatSafe
	Map<String, Long> idsBySku(Set<String> skus);

	/**
	 * Adds to the sales counts of products. Safe to repeat: a key is applied once.
	 * @param key names what was sold, up to 100 characters
	 * @param soldByProduct the number sold per product (the parent of a variation),
	 * negative to take back; unknown ids are ignored
	 */
	void recordSales(String key, Map<Long, Integer> soldByProduct);

}

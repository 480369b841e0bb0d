package dev.banyan.inventory;

import org.jspecify.annotations.Nullable;

/**
 * How the stock of an item is kept. Defining an item again replaces what was defined
 * before.
 *
 * @param itemId the item, a product or a variation
 * @param managed whether quantities are counted
 * @param quantity the quantity from now on, may be negative; null keeps the present one
 * (0 for a new item); ignored without management
 * @param backorders whether it may be sold beyond its stock
 * @param lowStockAmount the quantity at which stock counts as low; null for the shop's
 * own threshold
 * @param status the status of an item whose quantity is not counted; derived from the
 * quantity otherwise
 * @param inheritsFrom the item whose stock is used if this one is not managed and that
 * one is; null for none
 */
public record StockDefinition(long itemId, boolean managed, @Nullable Integer quantity, Backorders backorders,
		@Nullable Integer lowStockAmount, StockStatus status, @Nullable Long inheritsFrom) {

	/**
	 * An item whose quantity is not counted.
	 * @param itemId the item
	 * @param status its status
	 * @return the definition
	 */
	public static StockDefinition unmanaged(long itemId, StockStatus status) {
		return new StockDefinition(itemId, false, null, Backorders.NO, null, status, null);
	}

	/**
	 * An item whose quantity is counted and that is not sold beyond it.
	 * @param itemId the item
	 * @param quantity the quantity from now on
	 * @return the definition
	 */
	public static StockDefinition managed(long itemId, int quantity) {
		return new StockDefinition(itemId, true, quantity, Backorders.NO, null, StockStatus.IN_STOCK, null);
	}

}

package dev.banyan.inventory;

import org.jspecify.annotations.Nullable;

/**
 * The stock of an item, as far as inheritance goes already resolved.
 *
 * @param itemId the item that was asked for
 * @param stockItemId the item whose stock is counted: the same, or the one it inherits
 * from
 * @param managed whether the item's own quantity is counted
 * @param quantity the quantity of the stock item, negative after sales beyond it; null if
 * nothing is counted
 * @param reserved how much of it is reserved and not yet taken, 0 or more
 * @param backorders whether it may be sold beyond its stock
 * @param lowStockAmount the item's own threshold for low stock, if it has one
 * @param status what a shopper sees
 */
public record StockLevel(long itemId, long stockItemId, boolean managed, @Nullable Integer quantity, int reserved,
		Backorders backorders, @Nullable Integer lowStockAmount, StockStatus status) {

	/**
	 * Whether the stock is counted under another item.
	 * @return true if this item uses the stock of the one that it inherits from
	 */
	public boolean inherited() {
		return this.itemId != this.stockItemId;
	}

}

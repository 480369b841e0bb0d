package dev.banyan.inventory;

/**
 * A change of a quantity. An item that is not counted is left alone.
 *
 * @param itemId the item; the stock that it inherits is changed if it inherits
 * @param change what is added, negative to take away; the result may be below zero
 */
public record StockAdjustment(long itemId, int change) {
}

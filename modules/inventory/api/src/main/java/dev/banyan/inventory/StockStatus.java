package dev.banyan.inventory;

/**
 * What a shopper sees of an item's stock.
 */
public enum StockStatus {

	/** Can be sold and shipped. */
	IN_STOCK,
	/** Cannot be sold. */
	OUT_OF_STOCK,
	/** Can be sold, will be shipped later. */
	ON_BACKORDER

}

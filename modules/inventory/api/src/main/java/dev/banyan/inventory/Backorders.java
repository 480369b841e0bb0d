package dev.banyan.inventory;

/**
 * Whether an item may be sold beyond its stock.
 */
public enum Backorders {

	/** Not at all. */
	NO,
	/** Yes, and the customer is told. */
	NOTIFY,
	/** Yes. */
	YES

}

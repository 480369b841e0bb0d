package dev.banyan.catalog;

/**
 * What of a product is taxed.
 */
public enum TaxStatus {

	/** The product and its shipping. */
	TAXABLE,
	/** Its shipping only. */
	SHIPPING,
	/** Nothing. */
	NONE

}

package dev.banyan.promotions;

/**
 * How a coupon's amount is meant.
 */
public enum DiscountType {

	/** Percent of each line. */
	PERCENT,
	/** An amount of money off the whole cart. */
	FIXED_CART,
	/** An amount of money off each piece. */
	FIXED_PRODUCT

}

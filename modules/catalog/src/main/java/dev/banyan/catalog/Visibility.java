package dev.banyan.catalog;

/**
 * Where shoppers find a product.
 */
public enum Visibility {

	/** In lists and by search. */
	VISIBLE,
	/** In lists only. */
	CATALOG,
	/** By search only. */
	SEARCH,
	/** Nowhere. */
	HIDDEN

}

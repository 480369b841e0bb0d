package dev.banyan.catalog;

/**
 * Kinds of products. Each has rules of its own.
 */
public enum ProductType {

	/** Sold as it is. */
	SIMPLE,
	/** A set of products that are sold on their own. */
	GROUPED,
	/** Sold elsewhere. */
	EXTERNAL,
	/** Sold as one of its variations. */
	VARIABLE,
	/** One choice of a variable product. */
	VARIATION

}

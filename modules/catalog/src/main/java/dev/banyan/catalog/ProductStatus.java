package dev.banyan.catalog;

/**
 * Where a product stands on its way to the shelf.
 */
public enum ProductStatus {

	/** Being written. */
	DRAFT,
	/** Waits for approval. */
	PENDING,
	/** For the staff only. */
	PRIVATE,
	/** For everybody. */
	PUBLISH,
	/** For everybody from its date on. */
	FUTURE,
	/** Not saved by anybody yet. */
	AUTO_DRAFT,
	/** Thrown away, can be taken back. */
	TRASH

}

package dev.banyan.catalog;

import java.time.Instant;

/**
 * What a customer says about a product.
 *
 * @param id identifies it; 0 for one that is new
 * @param productId the product
 * @param status where it stands
 * @param reviewer the reviewer's name
 * @param email the reviewer's address, empty for none
 * @param text what was said, HTML
 * @param rating from 1 to 5; 0 for none
 * @param verified whether the reviewer has bought the product
 * @param created when it was written
 */
public record Review(long id, long productId, Status status, String reviewer, String email, String text, int rating,
		boolean verified, Instant created) {

	/**
	 * Where a review stands.
	 */
	public enum Status {

		/** Waits for approval. */
		HOLD,
		/** For everybody. */
		APPROVED,
		/** Unwanted. */
		SPAM,
		/** Thrown away. */
		TRASH

	}

}

package dev.banyan.catalog;

import java.util.Map;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * What customers say about products.
 */
public interface Reviews {

	/**
	 * Lists reviews.
	 * @param query which ones
	 * @return the reviews asked for
	 */
	@RepeatSafe
	Slice<Review> find(ReviewQuery query);

	/**
	 * Reads a review.
	 * @param id the review
	 * @return the review, if there is one
	 */
	@RepeatSafe
	Optional<Review> review(long id);

	/**
	 * Adds or changes a review. The product's rating follows what is approved.
	 * @param review what it is from now on; id 0 adds it
	 * @return the review
	 * @throws DuplicateReview if the same reviewer said the same of the product before
	 */
	Review save(Review review);

	/**
	 * The status of a review before it became spam or was thrown away.
	 * @param id the review
	 * @return the earlier status
	 */
	@RepeatSafe
	Review.Status earlierStatus(long id);

	/**
	 * Counts the approved reviews.
	 * @return how many there are of each rating; ratings without any are left out
	 */
	@RepeatSafe
	Map<Integer, Long> countByRating();

	/**
	 * Deletes a review for good.
	 * @param id the review, unknown ones are ignored
	 */
	void delete(long id);

}

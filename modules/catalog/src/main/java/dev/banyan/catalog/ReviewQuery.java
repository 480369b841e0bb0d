package dev.banyan.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which reviews, in which order. Null or an empty collection does not filter.
 *
 * @param search what the text, the name or the address contains
 * @param status this status; null for approved ones and those on hold
 * @param products of one of these products
 * @param emails by one of these addresses
 * @param after after this time
 * @param before before this time
 * @param include one of these; null does not filter, an empty list finds nothing
 * @param exclude none of these
 * @param sort what they are sorted by
 * @param descending whether from high to low
 * @param offset how many are skipped
 * @param limit how many are returned
 */
public record ReviewQuery(@Nullable String search, Review.@Nullable Status status, Set<Long> products,
		Set<String> emails, @Nullable Instant after, @Nullable Instant before, @Nullable List<Long> include,
		Set<Long> exclude, Sort sort, boolean descending, long offset, int limit) {

	/**
	 * What reviews are sorted by.
	 */
	public enum Sort {

		/** When it was written. */
		DATE,
		/** The id. */
		ID,
		/** The order of {@code include}. */
		INCLUDE,
		/** The product. */
		PRODUCT

	}

}

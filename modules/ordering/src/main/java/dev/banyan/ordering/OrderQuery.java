package dev.banyan.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which orders to list. What is null or empty does not restrict.
 *
 * @param statuses in one of these; empty for all but the trash
 * @param customerId of this customer
 * @param productId with this product
 * @param parentIds belonging to one of these
 * @param parentExclude belonging to none of these
 * @param include only these
 * @param exclude none of these
 * @param search with this in an address, or with this number
 * @param createdAfter entered after
 * @param createdBefore entered before
 * @param modifiedAfter changed after
 * @param modifiedBefore changed before
 * @param sort what to sort by
 * @param descending whether the largest comes first
 * @param offset how many to leave out, 0 or more
 * @param limit how many to return, 1 to 100
 */
public record OrderQuery(Set<OrderStatus> statuses, @Nullable Long customerId, @Nullable Long productId,
		List<Long> parentIds, List<Long> parentExclude, List<Long> include, List<Long> exclude, @Nullable String search,
		@Nullable Instant createdAfter, @Nullable Instant createdBefore, @Nullable Instant modifiedAfter,
		@Nullable Instant modifiedBefore, Sort sort, boolean descending, int offset, int limit) {

	/**
	 * What to sort by.
	 */
	public enum Sort {

		/** When it was entered, then its id. */
		CREATED,
		/** When it was changed, then its id. */
		MODIFIED,
		/** Its id. */
		ID,
		/** The order of {@link OrderQuery#include()}. */
		INCLUDE

	}

}

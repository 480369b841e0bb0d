package dev.banyan.promotions;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which coupons to list. Without an id list, what is in the trash is left out.
 *
 * @param code only the published one of this code, in any case; null for any
 * @param search what the code or description contains, in any case; null for any
 * @param createdAfter only those created later; null for any
 * @param createdBefore only those created earlier; null for any
 * @param modifiedAfter only those changed later; null for any
 * @param modifiedBefore only those changed earlier; null for any
 * @param include only these; empty for all
 * @param exclude not these
 * @param sort what to sort by
 * @param descending whether in falling order
 * @param offset how many to leave out, 0 or more
 * @param limit how many to return, 1 or more
 */
public record CouponQuery(@Nullable String code, @Nullable String search, @Nullable Instant createdAfter,
		@Nullable Instant createdBefore, @Nullable Instant modifiedAfter, @Nullable Instant modifiedBefore,
		List<Long> include, List<Long> exclude, Sort sort, boolean descending, int offset, int limit) {

	/** What coupons are sorted by. */
	public enum Sort {

		/** When it was created. */
		CREATED,
		/** When it was changed. */
		MODIFIED,
		/** Its id. */
		ID,
		/** Its code. */
		CODE,
		/** The order of the include list. */
		INCLUDE

	}

}

package dev.banyan.customers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which customers to list.
 *
 * @param role only of this role; null for all
 * @param email only of this e-mail address, in any case; null for all
 * @param search what the name or e-mail address contains, in any case; null for all
 * @param include only these; empty for all
 * @param exclude not these
 * @param sort what to sort by
 * @param descending whether in falling order
 * @param offset how many to leave out, 0 or more
 * @param limit how many to return, 1 or more
 */
public record CustomerQuery(@Nullable String role, @Nullable String email, @Nullable String search, List<Long> include,
		List<Long> exclude, Sort sort, boolean descending, int offset, int limit) {

	/** What customers are sorted by. */
	public enum Sort {

		/** The name that is displayed. */
		NAME,
		/** The id. */
		ID,
		/** When they registered. */
		REGISTERED,
		/** The order of the include list. */
		INCLUDE

	}

}

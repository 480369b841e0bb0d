package dev.banyan.catalog;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which terms, in which order. A null or an empty collection does not filter.
 *
 * @param search what the name or the slug contains
 * @param include these only
 * @param exclude all but these
 * @param slugs those with one of these slugs
 * @param parentId those right below this term
 * @param productId those of this product
 * @param hideEmpty whether those without products are left out
 * @param sort what they are sorted by
 * @param descending whether from high to low
 * @param offset how many are skipped
 * @param limit how many are returned
 */
public record TermQuery(@Nullable String search, @Nullable List<Long> include, Set<Long> exclude, Set<String> slugs,
		@Nullable Long parentId, @Nullable Long productId, boolean hideEmpty, Sort sort, boolean descending,
		long offset, int limit) {

	/**
	 * What terms are sorted by.
	 */
	public enum Sort {

		/** The id. */
		ID,
		/** The order of {@code include}. */
		INCLUDE,
		/** The name. */
		NAME,
		/** The slug. */
		SLUG,
		/** The description. */
		DESCRIPTION,
		/** The number of products. */
		COUNT

	}

}

package dev.banyan.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.banyan.inventory.StockStatus;

/**
 * Which products, in which order. Null or an empty collection does not filter, unless it
 * is said otherwise. Set the parts with {@link Builder}.
 *
 * @param search words that the name, the texts or the SKU contain, all of them
 * @param searchSku what the SKU contains
 * @param searchNameOrSku what the name or the SKU contains
 * @param slugs one of these slugs
 * @param skus one of these SKUs; then variations are listed, too
 * @param types one of these types
 * @param excludedTypes none of these types
 * @param statuses one of these; empty for all but trash
 * @param excludedStatuses none of these
 * @param featured whether it is put forward
 * @param terms per entry, one of these terms
 * @param shippingClasses one of these shipping classes
 * @param taxClass this tax class, empty for the standard one
 * @param minPrice the highest price is at least this
 * @param maxPrice the lowest price is at most this
 * @param priced whether it has a price
 * @param onSale whether it is on sale
 * @param stock this stock status
 * @param virtual whether it is never shipped
 * @param downloadable whether it is a download
 * @param createdAfter after this time
 * @param createdBefore before this time
 * @param modifiedAfter changed after this time
 * @param modifiedBefore changed before this time
 * @param include one of these; null does not filter, an empty list finds nothing
 * @param exclude none of these
 * @param parents variations of one of these products
 * @param excludedParents no variations of these products
 * @param variations whether variations are listed instead of products
 * @param sort what they are sorted by
 * @param descending whether from high to low
 * @param offset how many are skipped
 * @param limit how many are returned
 */
public record ProductQuery(@Nullable String search, @Nullable String searchSku, @Nullable String searchNameOrSku,
		Set<String> slugs, Set<String> skus, Set<ProductType> types, Set<ProductType> excludedTypes,
		Set<ProductStatus> statuses, Set<ProductStatus> excludedStatuses, @Nullable Boolean featured,
		List<Set<Long>> terms, Set<Long> shippingClasses, @Nullable String taxClass, @Nullable BigDecimal minPrice,
		@Nullable BigDecimal maxPrice, @Nullable Boolean priced, @Nullable Boolean onSale, @Nullable StockStatus stock,
		@Nullable Boolean virtual, @Nullable Boolean downloadable, @Nullable Instant createdAfter,
		@Nullable Instant createdBefore, @Nullable Instant modifiedAfter, @Nullable Instant modifiedBefore,
		@Nullable List<Long> include, Set<Long> exclude, Set<Long> parents, Set<Long> excludedParents,
		boolean variations, Sort sort, boolean descending, long offset, int limit) {

	/**
	 * What products are sorted by.
	 */
	public enum Sort {

		/** The date it carries. */
		DATE,
		/** When it was changed. */
		MODIFIED,
		/** The id. */
		ID,
		/** The order of {@code include}. */
		INCLUDE,
		/** The name. */
		TITLE,
		/** The slug. */
		SLUG,
		/** The lowest price upwards, the highest price downwards. */
		PRICE,
		/** How many were sold. */
		POPULARITY,
		/** The average rating, then how many rated. */
		RATING,
		/** The place it was given. */
		MENU_ORDER,
		/** No order. */
		RANDOM

	}

	/**
	 * Builds a query; what is not set does not filter.
	 */
	public static final class Builder {

		/** See {@link ProductQuery#search()}. */
		public @Nullable String search;

		/** See {@link ProductQuery#searchSku()}. */
		public @Nullable String searchSku;

		/** See {@link ProductQuery#searchNameOrSku()}. */
		public @Nullable String searchNameOrSku;

		/** See {@link ProductQuery#slugs()}. */
		public Set<String> slugs = Set.of();

		/** See {@link ProductQuery#skus()}. */
		public Set<String> skus = Set.of();

		/** See {@link ProductQuery#types()}. */
		public Set<ProductType> types = Set.of();

		/** See {@link ProductQuery#excludedTypes()}. */
		public Set<ProductType> excludedTypes = Set.of();

		/** See {@link ProductQuery#statuses()}. */
		public Set<ProductStatus> statuses = Set.of();

		/** See {@link ProductQuery#excludedStatuses()}. */
		public Set<ProductStatus> excludedStatuses = Set.of();

		/** See {@link ProductQuery#featured()}. */
		public @Nullable Boolean featured;

		/** See {@link ProductQuery#terms()}. */
		public List<Set<Long>> terms = List.of();

		/** See {@link ProductQuery#shippingClasses()}. */
		public Set<Long> shippingClasses = Set.of();

		/** See {@link ProductQuery#taxClass()}. */
		public @Nullable String taxClass;

		/** See {@link ProductQuery#minPrice()}. */
		public @Nullable BigDecimal minPrice;

		/** See {@link ProductQuery#maxPrice()}. */
		public @Nullable BigDecimal maxPrice;

		/** See {@link ProductQuery#priced()}. */
		public @Nullable Boolean priced;

		/** See {@link ProductQuery#onSale()}. */
		public @Nullable Boolean onSale;

		/** See {@link ProductQuery#stock()}. */
		public @Nullable StockStatus stock;

		/** See {@link ProductQuery#virtual()}. */
		public @Nullable Boolean virtual;

		/** See {@link ProductQuery#downloadable()}. */
		public @Nullable Boolean downloadable;

		/** See {@link ProductQuery#createdAfter()}. */
		public @Nullable Instant createdAfter;

		/** See {@link ProductQuery#createdBefore()}. */
		public @Nullable Instant createdBefore;

		/** See {@link ProductQuery#modifiedAfter()}. */
		public @Nullable Instant modifiedAfter;

		/** See {@link ProductQuery#modifiedBefore()}. */
		public @Nullable Instant modifiedBefore;

		/** See {@link ProductQuery#include()}. */
		public @Nullable List<Long> include;

		/** See {@link ProductQuery#exclude()}. */
		public Set<Long> exclude = Set.of();

		/** See {@link ProductQuery#parents()}. */
		public Set<Long> parents = Set.of();

		/** See {@link ProductQuery#excludedParents()}. */
		public Set<Long> excludedParents = Set.of();

		/** See {@link ProductQuery#variations()}. */
		public boolean variations;

		/** See {@link ProductQuery#sort()}. */
		public Sort sort = Sort.DATE;

		/** See {@link ProductQuery#descending()}. */
		public boolean descending = true;

		/** See {@link ProductQuery#offset()}. */
		public long offset;

		/** See {@link ProductQuery#limit()}. */
		public int limit = 10;

		/**
		 * The query as it was set.
		 * @return the query
		 */
		public ProductQuery build() {
			return new ProductQuery(this.search, this.searchSku, this.searchNameOrSku, this.slugs, this.skus,
					this.types, this.excludedTypes, this.statuses, this.excludedStatuses, this.featured, this.terms,
					this.shippingClasses, this.taxClass, this.minPrice, this.maxPrice, this.priced, this.onSale,
					this.stock, this.virtual, this.downloadable, this.createdAfter, this.createdBefore,
					this.modifiedAfter, this.modifiedBefore, this.include, this.exclude, this.parents,
					this.excludedParents, this.variations, this.sort, this.descending, this.offset, this.limit);
		}

	}

}

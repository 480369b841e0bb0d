package dev.banyan.catalog.internal.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.banyan.catalog.ProductContent;
import dev.banyan.inventory.StockStatus;

/**
 * A row of the table {@code product}.
 */
record ProductRow(long id, long parentId, long version, @Nullable String slug, Instant created, Instant modified,
		StockStatus stockStatus, long sold, BigDecimal averageRating, int ratingCount, @Nullable List<Long> related,
		@Nullable Instant relatedAt, ProductContent content) {

}

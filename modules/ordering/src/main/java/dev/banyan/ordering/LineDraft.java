package dev.banyan.ordering;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line as it is asked for. What is null stays as it is, or follows from the product for
 * a new line.
 *
 * @param id the line to change; null adds one
 * @param remove whether that line is to go
 * @param productId the product
 * @param variationId the variation
 * @param sku the SKU to find the product by, if no id is given
 * @param name what to call it
 * @param quantity how many
 * @param taxClass the slug of its tax class
 * @param subtotal the price of all before discounts
 * @param total the price of all after discounts
 * @param meta what to note at it
 */
public record LineDraft(@Nullable Long id, boolean remove, @Nullable Long productId, @Nullable Long variationId,
		@Nullable String sku, @Nullable String name, @Nullable Integer quantity, @Nullable String taxClass,
		@Nullable BigDecimal subtotal, @Nullable BigDecimal total, List<MetaEntry> meta) {
}

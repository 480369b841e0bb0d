package dev.banyan.catalog.internal.product;

import java.time.Instant;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent.Pricing;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.inventory.StockStatus;

/**
 * What a variable or a grouped product needs of its parts.
 */
record PartRow(long id, long parentId, ProductStatus status, Pricing pricing, StockStatus stockStatus) {

	Product.Price priceAt(Instant now) {
		return Prices.at(this.pricing, now);
	}

}

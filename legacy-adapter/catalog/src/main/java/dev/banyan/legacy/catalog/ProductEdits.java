package dev.banyan.legacy.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.function.Supplier;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductMoved;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.SkuTaken;
import dev.banyan.legacy.protocol.RestError;

import org.springframework.stereotype.Component;

/**
 * Writes products: a change that meets another one starts anew from what that left.
 */
@Component
class ProductEdits {

	private static final int ATTEMPTS = 10;

	private final Products products;

	ProductEdits(Products products) {
		this.products = products;
	}

	Product change(Product product, UnaryOperator<ProductContent> edit, Supplier<RestError> gone) {
		Product current = product;
		for (int attempt = 1;; attempt++) {
			ProductContent content = edit.apply(current.content());
			long version = current.version();
			try {
				return guarded(() -> this.products.change(product.id(), version, content));
			}
			catch (ProductMoved ex) {
				current = this.products.products(Set.of(product.id())).get(product.id());
				if (current == null || attempt == ATTEMPTS) {
					throw gone.get();
				}
			}
		}
	}

	Product guarded(Supplier<Product> write) {
		try {
			return write.get();
		}
		catch (SkuTaken ex) {
			Map<String, Object> more = new LinkedHashMap<>();
			more.put("resource_id", ex.productId());
			more.put("unique_sku", this.products.freeSku(ex.sku()));
			throw new RestError(400, "product_invalid_sku", "Invalid or duplicated SKU.", more);
		}
	}

}

package dev.banyan.catalog.internal.product;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Codes;
import dev.banyan.catalog.ProductContent.Listing;
import dev.banyan.catalog.ProductContent.Meta;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductContent.Texts;
import dev.banyan.catalog.ProductMoved;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockLevel;

/**
 * Copies products.
 */
@Component
class Duplicating {

	private final ProductRows rows;

	private final Editing editing;

	private final Stock stock;

	Duplicating(ProductRows rows, Editing editing, Stock stock) {
		this.rows = rows;
		this.editing = editing;
		this.stock = stock;
	}

	long duplicate(long id) {
		ProductRow original = this.rows.row(id).orElseThrow(() -> new ProductMoved(id));
		List<Long> variations = this.rows.idsOfVariations(id);
		Set<Long> all = new HashSet<>(variations);
		all.add(id);
		Map<Long, StockLevel> levels = this.stock.levels(all);
		long copy = this.editing.add(original.parentId(),
				copy(original, ProductStatus.DRAFT, original.content().texts().name() + " (Copy)", levels.get(id)));
		Map<Long, ProductRow> rows = this.rows.rows(variations);
		for (long variation : variations) {
			ProductRow row = rows.get(variation);
			if (row != null) {
				this.editing.add(copy, copy(row, row.content().status(), "", levels.get(variation)));
			}
		}
		return copy;
	}

	private ProductContent copy(ProductRow row, ProductStatus status, String name, @Nullable StockLevel level) {
		ProductContent content = row.content();
		Texts texts = content.texts();
		Listing listing = content.listing();
		StockTerms terms = content.stock();
		Integer quantity = (level != null && level.managed()) ? level.quantity() : null;
		String sku = content.codes().sku();
		return new ProductContent(
				content.type(), status, new Texts(name, "", texts.description(), texts.shortDescription(),
						texts.purchaseNote(), texts.password()),
				new Codes(sku.isEmpty() ? "" : this.editing.freeSku(sku), ""),
				new Listing(
						listing.featured(), listing.visibility(), listing.menuOrder(), listing.reviewsAllowed(), null),
				content.pricing(), content.tax(),
				new StockTerms(terms.managed(), quantity, terms.backorders(), terms.lowStockAmount(), terms.status(),
						terms.soldIndividually()),
				content.shipping(), content.downloads(), content.external(), content.relations(), content.assignments(),
				content.images(), content.attributes(), content.choices(),
				content.meta().stream().map((meta) -> new Meta(0, meta.name(), meta.json())).toList());
	}

}

package dev.banyan.catalog.internal.product;

import org.springframework.stereotype.Component;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.internal.text.Slugs;

/**
 * Gives products their slugs.
 */
@Component
class ProductSlugs {

	private static final String TRASHED = "__trashed";

	private final ProductRows rows;

	ProductSlugs(ProductRows rows) {
		this.rows = rows;
	}

	/** The slug of a product that is saved; empty for a draft without one. */
	String assigned(long id, ProductContent content) {
		if (content.type() == ProductType.VARIATION) {
			return "";
		}
		String given = Slugs.of(content.texts().slug());
		if (content.status() == ProductStatus.TRASH) {
			return given.isEmpty() ? "" : free(given.endsWith(TRASHED) ? given : given + TRASHED, id);
		}
		if (given.endsWith(TRASHED)) {
			given = given.substring(0, given.length() - TRASHED.length());
		}
		if (!given.isEmpty()) {
			return free(given, id);
		}
		return switch (content.status()) {
			case DRAFT, PENDING, AUTO_DRAFT -> "";
			case PUBLISH, PRIVATE, FUTURE, TRASH -> free(content.texts().name(), id);
		};
	}

	/** A slug that no other product has. */
	String free(String name, long id) {
		String wanted = Slugs.of(name);
		return Slugs.free(wanted.isEmpty() ? String.valueOf(id) : wanted, (slug) -> {
			Long other = this.rows.idBySlug(slug);
			return other != null && other != id;
		});
	}

}

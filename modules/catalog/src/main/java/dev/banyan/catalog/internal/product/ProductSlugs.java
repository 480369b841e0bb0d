package dev.banyan.catalog.internal.product;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

	/** How many numbers one statement asks for per slug. */
	private static final int MOST_TRIED = 64;

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
		return free(Map.of(id, name)).getOrDefault(id, "");
	}

	/**
	 * Slugs that no other product has, by product: that of its name, or the first number
	 * that makes it free. Few statements for many products, however many share a name.
	 */
	Map<Long, String> free(Map<Long, String> names) {
		Map<Long, String> wanted = new HashMap<>();
		names.forEach((id, name) -> {
			String slug = Slugs.of(name);
			wanted.put(id, slug.isEmpty() ? String.valueOf(id) : slug);
		});
		Map<Long, String> free = new HashMap<>();
		int tried = 1;
		for (int number = 1; !wanted.isEmpty(); number += tried, tried = Math.min(tried * 8, MOST_TRIED)) {
			int first = number;
			int last = number + tried;
			Set<String> candidates = new HashSet<>();
			wanted.values().forEach((slug) -> numbered(slug, first, last).forEach(candidates::add));
			Map<String, Long> taken = this.rows.idsBySlug(candidates);
			wanted.forEach((id, slug) -> numbered(slug, first, last)
				.filter((candidate) -> taken.getOrDefault(candidate, id).equals(id))
				.findFirst()
				.ifPresent((found) -> free.put(id, found)));
			wanted.keySet().removeAll(free.keySet());
		}
		return free;
	}

	private static Stream<String> numbered(String slug, int from, int to) {
		return IntStream.range(from, to).mapToObj((number) -> (number == 1) ? slug : slug + "-" + number);
	}

}

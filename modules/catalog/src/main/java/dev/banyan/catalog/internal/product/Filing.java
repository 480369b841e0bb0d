package dev.banyan.catalog.internal.product;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.AttributeUse;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.Visibility;
import dev.banyan.catalog.internal.term.StoredTerms;
import dev.banyan.catalog.internal.text.Columns;

/**
 * Which products are filed under which terms, and how many under each.
 */
@Component
class Filing {

	private static final int RELATED = 5;

	private static final int CANDIDATES = 15;

	private static final int WIDE = 2_000;

	private final JdbcClient jdbc;

	private final StoredTerms terms;

	Filing(JdbcClient jdbc, StoredTerms terms) {
		this.jdbc = jdbc;
		this.terms = terms;
	}

	/** Files a product under the terms of its content. */
	void file(long productId, ProductContent content) {
		Set<Long> related = new LinkedHashSet<>(content.assignments().categories());
		related.addAll(content.assignments().tags());
		Set<Long> direct = new LinkedHashSet<>(related);
		direct.addAll(content.assignments().brands());
		content.attributes().stream().map(AttributeUse::termIds).forEach(direct::addAll);
		if (content.shipping().classId() != 0) {
			direct.add(content.shipping().classId());
		}
		Set<Long> all = this.terms.withAncestors(direct);
		ProductStatus status = content.status();
		boolean published = status == ProductStatus.PUBLISH;
		boolean shown = published && (content.listing().visibility() == Visibility.VISIBLE
				|| content.listing().visibility() == Visibility.CATALOG);
		Set<Long> countedBefore = counted(List.of(productId));
		this.jdbc.sql("delete from catalog.product_term where product_id = ?").param(productId).update();
		for (long term : all) {
			this.jdbc.sql("""
					insert into catalog.product_term (product_id, term_id, direct, relates, status, shown)
					values (?, ?, ?, ?, ?, ?)""")
				.params(productId, term, direct.contains(term), related.contains(term), status.name(), shown)
				.update();
		}
		Set<Long> countedNow = published ? all : Set.of();
		count(minus(countedNow, countedBefore), 1);
		count(minus(countedBefore, countedNow), -1);
	}

	/** Takes a product away from all its terms. */
	void unfile(long productId) {
		count(counted(List.of(productId)), -1);
		this.jdbc.sql("delete from catalog.product_term where product_id = ?").param(productId).update();
	}

	private Set<Long> counted(Collection<Long> products) {
		return new HashSet<>(this.jdbc
			.sql("select term_id from catalog.product_term where product_id in (:products) and status = 'PUBLISH'")
			.param("products", products)
			.query(Long.class)
			.list());
	}

	private static Set<Long> minus(Set<Long> one, Set<Long> other) {
		Set<Long> rest = new HashSet<>(one);
		rest.removeAll(other);
		return rest;
	}

	private void count(Set<Long> termIds, int change) {
		if (!termIds.isEmpty()) {
			this.jdbc.sql("update catalog.term set product_count = product_count + (:change) where id in (:ids)")
				.param("change", change)
				.param("ids", termIds.stream().sorted().toList())
				.update();
		}
	}

	/** Whether so many are filed under some terms that a page of them is soon full. */
	boolean isWide(Collection<Long> termIds) {
		return this.jdbc
			.sql("select count(*) from (select 1 from catalog.product_term x where x.term_id in (:terms) limit " + WIDE
					+ ") some_of_them")
			.param("terms", termIds)
			.query(Long.class)
			.single() == WIDE;
	}

	/** The categories of products, those above them included. */
	Map<Long, Set<Long>> categories(Collection<Long> products) {
		Map<Long, Set<Long>> categories = new HashMap<>();
		if (!products.isEmpty()) {
			this.jdbc.sql("""
					select x.product_id, x.term_id from catalog.product_term x
					join catalog.term t on t.id = x.term_id and t.taxonomy = 'product_cat'
					where x.product_id in (:products)""").param("products", products).query((row) -> {
				categories.computeIfAbsent(row.getLong(1), (id) -> new HashSet<>()).add(row.getLong(2));
			});
		}
		return categories;
	}

	/**
	 * Up to five products per product that share a category or a tag with it. What was
	 * found holds for a day.
	 */
	Map<Long, List<Long>> related(List<ProductRow> products, Instant now) {
		Map<Long, List<Long>> related = new HashMap<>();
		List<ProductRow> unknown = new ArrayList<>();
		for (ProductRow product : products) {
			List<Long> known = product.related();
			if (known != null && product.relatedAt() != null
					&& product.relatedAt().plus(1, ChronoUnit.DAYS).isAfter(now)) {
				related.put(product.id(), known);
			}
			else {
				unknown.add(product);
			}
		}
		if (!unknown.isEmpty()) {
			Map<Long, List<Long>> found = found(unknown);
			related.putAll(found);
			remember(found, now);
		}
		related.replaceAll((id, others) -> others.stream().limit(RELATED).toList());
		return related;
	}

	private Map<Long, List<Long>> found(List<ProductRow> products) {
		Map<Long, List<Long>> byTerm = shownByTerm(products);
		Map<Long, List<Long>> found = new HashMap<>();
		for (ProductRow product : products) {
			Set<Long> others = new LinkedHashSet<>();
			relating(product).forEach((term) -> others.addAll(byTerm.getOrDefault(term, List.of())));
			others.remove(product.id());
			found.put(product.id(), others.stream().limit(CANDIDATES).toList());
		}
		return found;
	}

	private void remember(Map<Long, List<Long>> found, Instant now) {
		StringBuilder cases = new StringBuilder();
		found.forEach((id, others) -> cases.append(" when ")
			.append(id)
			.append(" then '")
			.append(others.stream().map(String::valueOf).collect(Collectors.joining(",")))
			.append('\''));
		this.jdbc
			.sql("update catalog.product set related_at = :now, related = case id" + cases + " end where id in (:ids)")
			.param("now", Columns.time(now))
			.param("ids", found.keySet())
			.update();
	}

	private static List<Long> relating(ProductRow product) {
		List<Long> terms = new ArrayList<>(product.content().assignments().categories());
		terms.addAll(product.content().assignments().tags());
		return terms;
	}

	private Map<Long, List<Long>> shownByTerm(List<ProductRow> products) {
		Set<Long> termIds = new LinkedHashSet<>();
		products.forEach((product) -> termIds.addAll(relating(product)));
		Map<Long, List<Long>> byTerm = new LinkedHashMap<>();
		if (!termIds.isEmpty()) {
			List<String> parts = new ArrayList<>();
			for (long term : termIds) {
				parts.add("(select product_id, term_id from catalog.product_term where term_id = " + term
						+ " and relates = true and shown = true order by product_id desc limit " + (CANDIDATES + 1)
						+ ")");
			}
			this.jdbc.sql(String.join(" union all ", parts)).query((row) -> {
				byTerm.computeIfAbsent(row.getLong(2), (id) -> new ArrayList<>()).add(row.getLong(1));
			});
		}
		return byTerm;
	}

}

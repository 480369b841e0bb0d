package dev.banyan.catalog.internal.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.banyan.catalog.Taxonomy;

/**
 * Keeps products filed under the terms above theirs, too, when the tree changes.
 */
final class TermClosure {

	private final JdbcClient jdbc;

	TermClosure(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Long> productsOf(long termId) {
		return this.jdbc.sql("select product_id from catalog.product_term where term_id = ?")
			.param(termId)
			.query(Long.class)
			.list();
	}

	void rebuild(Taxonomy taxonomy, long termId) {
		List<Long> products = productsOf(termId);
		Map<Long, Long> parents = parents(taxonomy);
		for (int start = 0; start < products.size(); start += 500) {
			rebuild(products.subList(start, Math.min(start + 500, products.size())), taxonomy, parents);
		}
		recount(taxonomy);
	}

	private void rebuild(List<Long> products, Taxonomy taxonomy, Map<Long, Long> parents) {
		this.jdbc.sql("""
				delete from catalog.product_term where direct = false and product_id in (:products)
					and term_id in (select id from catalog.term where taxonomy = :taxonomy)""")
			.param("products", products)
			.param("taxonomy", taxonomy.name())
			.update();
		Map<Long, Set<Long>> present = new HashMap<>();
		Map<Long, Filed> filed = new HashMap<>();
		this.jdbc.sql("""
				select x.product_id, x.term_id, x.status, x.shown from catalog.product_term x
				join catalog.term t on t.id = x.term_id and t.taxonomy = :taxonomy
				where x.product_id in (:products)""")
			.param("products", products)
			.param("taxonomy", taxonomy.name())
			.query((row) -> {
				present.computeIfAbsent(row.getLong(1), (id) -> new HashSet<>()).add(row.getLong(2));
				filed.put(row.getLong(1), new Filed(row.getString(3), row.getBoolean(4)));
			});
		present.forEach((product, terms) -> {
			for (long term : above(terms, parents)) {
				insert(product, term, false, Objects.requireNonNull(filed.get(product)));
			}
		});
	}

	/**
	 * What is noted of a product with each of its terms.
	 *
	 * @param status the product's status
	 * @param shown whether lists show it
	 */
	private record Filed(String status, boolean shown) {
	}

	private void insert(long product, long term, boolean direct, Filed filed) {
		this.jdbc.sql("""
				insert into catalog.product_term (product_id, term_id, direct, relates, status, shown)
				values (?, ?, ?, ?, ?, ?)""")
			.params(product, term, direct, direct, filed.status(), filed.shown())
			.update();
	}

	private static Set<Long> above(Set<Long> terms, Map<Long, Long> parents) {
		Set<Long> above = new HashSet<>();
		for (long term : terms) {
			long parent = parents.getOrDefault(term, 0L);
			while (parent != 0 && !terms.contains(parent) && above.add(parent)) {
				parent = parents.getOrDefault(parent, 0L);
			}
		}
		return above;
	}

	private Map<Long, Long> parents(Taxonomy taxonomy) {
		Map<Long, Long> parents = new HashMap<>();
		this.jdbc.sql("select id, parent_id from catalog.term where taxonomy = ?")
			.param(taxonomy.name())
			.query((row) -> {
				parents.put(row.getLong(1), row.getLong(2));
			});
		return parents;
	}

	private void recount(Taxonomy taxonomy) {
		this.jdbc.sql("""
				update catalog.term set product_count = (select count(*) from catalog.product_term x
					where x.term_id = catalog.term.id and x.status = 'PUBLISH')
				where taxonomy = ?""").param(taxonomy.name()).update();
	}

	void giveDefault(List<Long> products, long category) {
		for (int start = 0; start < products.size(); start += 500) {
			List<Long> part = products.subList(start, Math.min(start + 500, products.size()));
			Set<Long> filed = new HashSet<>(this.jdbc.sql("""
					select distinct x.product_id from catalog.product_term x
					join catalog.term t on t.id = x.term_id and t.taxonomy = 'product_cat'
					where x.product_id in (:products)""").param("products", part).query(Long.class).list());
			List<Long> bare = new ArrayList<>(part);
			bare.removeAll(filed);
			for (long product : bare) {
				String status = this.jdbc.sql("select status from catalog.product where id = ?")
					.param(product)
					.query(String.class)
					.single();
				insert(product, category, true, new Filed(status, status.equals("PUBLISH")));
			}
		}
		if (!products.isEmpty()) {
			recount(Taxonomy.CATEGORY);
		}
	}

}

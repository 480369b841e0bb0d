package dev.banyan.catalog.internal.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.internal.text.Columns;

/**
 * A query for terms as SQL.
 */
final class TermSearch {

	private final TermQuery query;

	private final StringBuilder from = new StringBuilder(" from catalog.term t where t.taxonomy = :taxonomy");

	private final Map<String, Object> parameters = new HashMap<>();

	TermSearch(Taxonomy taxonomy, TermQuery query) {
		this.query = query;
		this.parameters.put("taxonomy", taxonomy.name());
		if (query.search() != null && !query.search().isBlank()) {
			where("(lower(t.sort_name) like :search escape '!' or t.slug like :search escape '!')", "search",
					Columns.containing(query.search().strip()));
		}
		if (query.include() != null) {
			where("t.id in (:include)", "include", query.include());
		}
		if (!query.exclude().isEmpty()) {
			where("t.id not in (:exclude)", "exclude", query.exclude());
		}
		if (!query.slugs().isEmpty()) {
			where("t.slug in (:slugs)", "slugs", query.slugs());
		}
		if (query.parentId() != null) {
			where("t.parent_id = :parent", "parent", query.parentId());
		}
		if (query.productId() != null) {
			where("t.id in (select x.term_id from catalog.product_term x where x.product_id = :product and x.direct = true)",
					"product", query.productId());
		}
		if (query.hideEmpty()) {
			this.from.append(" and t.product_count > 0");
		}
	}

	private void where(String condition, String name, Object parameter) {
		this.from.append(" and ").append(condition);
		this.parameters.put(name, parameter);
	}

	String from() {
		return this.from.toString();
	}

	String orderAndLimit() {
		this.parameters.put("limit", this.query.limit());
		this.parameters.put("offset", this.query.offset());
		String direction = this.query.descending() ? " desc" : "";
		return " order by " + switch (this.query.sort()) {
			case ID -> "t.id" + direction;
			case INCLUDE -> includeOrder() + ", t.id";
			case NAME -> "t.sort_name" + direction + ", t.id" + direction;
			case SLUG -> "t.slug" + direction + ", t.id" + direction;
			case DESCRIPTION -> "t.description" + direction + ", t.id" + direction;
			case COUNT -> "t.product_count" + direction + ", t.sort_name";
		} + " limit :limit offset :offset";
	}

	private String includeOrder() {
		List<Long> include = this.query.include();
		if (include == null) {
			return "t.sort_name";
		}
		StringBuilder order = new StringBuilder("case t.id");
		for (int i = 0; i < include.size(); i++) {
			order.append(" when ").append(include.get(i)).append(" then ").append(i);
		}
		return order.append(" end").toString();
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

}

package dev.banyan.catalog.internal.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.banyan.catalog.ReviewQuery;
import dev.banyan.catalog.internal.text.Columns;

/**
 * A query for reviews as SQL.
 */
final class ReviewSearch {

	private ReviewSearch() {
	}

	static String from(ReviewQuery query, Map<String, Object> parameters) {
		StringBuilder from = new StringBuilder(" from catalog.review r where ");
		from.append((query.status() != null) ? "r.status = :status" : "r.status in ('HOLD', 'APPROVED')");
		if (query.status() != null) {
			parameters.put("status", query.status().name());
		}
		if (query.search() != null && !query.search().isBlank()) {
			and(from,
					"(lower(r.body) like :search escape '!' or lower(r.reviewer) like :search escape '!' or lower(r.email) like :search escape '!')",
					"search", Columns.containing(query.search().strip()), parameters);
		}
		in(from, "r.product_id in", "products", query.products(), parameters);
		in(from, "r.email in", "emails", query.emails().stream().map(Columns::indexed).toList(), parameters);
		if (query.include() != null) {
			in(from, "r.id in", "include", query.include().isEmpty() ? List.of(0L) : query.include(), parameters);
		}
		in(from, "r.id not in", "exclude", query.exclude(), parameters);
		and(from, "r.created_at > :after", "after", Columns.timeOrNull(query.after()), parameters);
		and(from, "r.created_at < :before", "before", Columns.timeOrNull(query.before()), parameters);
		return from.toString();
	}

	private static void in(StringBuilder from, String condition, String name, Collection<?> parameter,
			Map<String, Object> parameters) {
		if (!parameter.isEmpty()) {
			and(from, condition + " (:" + name + ")", name, parameter, parameters);
		}
	}

	private static void and(StringBuilder from, String condition, String name, @Nullable Object parameter,
			Map<String, Object> parameters) {
		if (parameter != null) {
			from.append(" and ").append(condition);
			parameters.put(name, parameter);
		}
	}

	static String orderAndLimit(ReviewQuery query, Map<String, Object> parameters) {
		parameters.put("limit", query.limit());
		parameters.put("offset", query.offset());
		String direction = query.descending() ? " desc" : "";
		return " order by " + switch (query.sort()) {
			case DATE -> "r.created_at" + direction + ", r.id" + direction;
			case ID -> "r.id" + direction;
			case PRODUCT -> "r.product_id" + direction + ", r.id" + direction;
			case INCLUDE -> includeOrder(query);
		} + " limit :limit offset :offset";
	}

	private static String includeOrder(ReviewQuery query) {
		if (query.include() == null || query.include().isEmpty()) {
			return "r.id";
		}
		StringBuilder order = new StringBuilder("case r.id");
		for (int i = 0; i < query.include().size(); i++) {
			order.append(" when ").append(query.include().get(i)).append(" then ").append(i);
		}
		return order.append(" end").toString();
	}

}

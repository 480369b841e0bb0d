package dev.banyan.ordering.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.runtime.data.WordIndex;
import org.jspecify.annotations.Nullable;

/**
 * A query for orders as SQL.
 */
final class OrderConditions {

	/** The only place of the index of words. */
	static final int ADDRESSES_AND_GOODS = 1;

	private static final String TABLE = "ordering.customer_order";

	private final OrderQuery query;

	private final WordIndex words;

	private final StringBuilder from = new StringBuilder(" from " + TABLE + " o where ");

	/** Columns that are the same in all rows; at most one of them leads an index. */
	private final List<String> same = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	OrderConditions(OrderQuery query, WordIndex words) {
		this.query = query;
		this.words = words;
		this.from.append(query.include().isEmpty() ? "o.accepted = true" : "not (o.accepted = false)");
		if (query.customerId() != null) {
			in("o.customer_id", "customer", List.of(query.customerId()));
		}
		in("o.parent_id", "parents", query.parentIds());
		notIn("o.parent_id", "otherParents", query.parentExclude());
		if (query.productId() != null) {
			and("o.id in (select l.order_id from ordering.order_line l where l.product_id = :product)", "product",
					query.productId());
		}
		in("o.id", "include", query.include());
		notIn("o.id", "exclude", query.exclude());
		if (query.search() != null && !query.search().isBlank()) {
			search(query.search().strip());
		}
		compare("o.created_at > :createdAfter", "createdAfter", query.createdAfter());
		compare("o.created_at < :createdBefore", "createdBefore", query.createdBefore());
		compare("o.modified_at > :modifiedAfter", "modifiedAfter", query.modifiedAfter());
		compare("o.modified_at < :modifiedBefore", "modifiedBefore", query.modifiedBefore());
		statuses(query.statuses());
	}

	private void statuses(Set<OrderStatus> wanted) {
		if (wanted.size() == 1) {
			this.same.add("o.status");
			and("o.status = :status", "status", wanted.iterator().next().name());
		}
		else {
			Set<OrderStatus> others = wanted.isEmpty() ? EnumSet.of(OrderStatus.TRASH)
					: EnumSet.complementOf(EnumSet.copyOf(wanted));
			notIn("o.status", "otherStatuses", others.stream().map(Enum::name).toList());
		}
	}

	/** The text anywhere, or the number of an order. */
	private void search(String text) {
		boolean number = text.matches("\\d{1,15}");
		Set<Integer> places = Set.of(ADDRESSES_AND_GOODS);
		WordIndex.Condition condition = number
				? this.words.containingOrBeing("o.id", "text", text, places, TABLE, Long.parseLong(text))
				: this.words.containing("o.id", "text", text, places);
		if (!condition.sql().isEmpty()) {
			this.from.append(" and ").append(condition.sql());
			this.parameters.putAll(condition.parameters());
		}
		if (!condition.exact()) {
			String escaped = WordIndex.folded(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
			and("o.search_text like :text escape '!'", "text", "%" + escaped + "%");
		}
	}

	private void in(String column, String name, Collection<?> parameter) {
		if (parameter.size() == 1) {
			this.same.add(column);
		}
		if (!parameter.isEmpty()) {
			and(column + " in (:" + name + ")", name, parameter);
		}
	}

	private void notIn(String column, String name, Collection<?> parameter) {
		if (!parameter.isEmpty()) {
			and(column + " not in (:" + name + ")", name, parameter);
		}
	}

	private void compare(String condition, String name, @Nullable Instant time) {
		if (time != null) {
			and(condition, name, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
		}
	}

	private void and(String condition, String name, Object parameter) {
		this.from.append(" and ").append(condition);
		this.parameters.put(name, parameter);
	}

	String count() {
		return "select count(*)" + this.from;
	}

	String page() {
		this.parameters.put("limit", this.query.limit());
		this.parameters.put("offset", this.query.offset());
		return "select o.id" + this.from + " order by " + order() + " limit :limit offset :offset";
	}

	/**
	 * What is the same in all rows does not change the order; named in it, it lets H2
	 * read them sorted from an index that begins with it.
	 */
	private String order() {
		String direction = this.query.descending() ? " desc" : "";
		String leading = this.query.include().isEmpty() ? "o.accepted, " : "";
		return switch (this.query.sort()) {
			case CREATED -> leading + (this.query.descending() && !leading.isEmpty() && !this.same.isEmpty()
					? this.same.getFirst() + ", " : "") + "o.created_at" + direction + ", o.id" + direction;
			case MODIFIED -> leading + "o.modified_at" + direction + ", o.id" + direction;
			case ID -> leading + "o.id" + direction;
			case INCLUDE -> this.query.include().isEmpty() ? leading + "o.id" : included();
		};
	}

	private String included() {
		return this.query.include()
			.stream()
			.distinct()
			.map((id) -> " when " + id + " then " + this.query.include().indexOf(id))
			.collect(Collectors.joining("", "case o.id", " end"));
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

}

package dev.banyan.ordering.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.runtime.data.Conditions;
import dev.banyan.runtime.data.WordIndex;
import dev.banyan.runtime.data.WordSearch;
import org.jspecify.annotations.Nullable;

/**
 * A query for orders as SQL.
 */
final class OrderConditions {

	/** The only place of the index of words. */
	static final int ADDRESSES_AND_GOODS = 1;

	private static final String TABLE = "ordering.customer_order";

	private final OrderQuery query;

	private final WordSearch words;

	private final Conditions conditions = new Conditions();

	OrderConditions(OrderQuery query, WordSearch words) {
		this.query = query;
		this.words = words;
		this.conditions.and(query.include().isEmpty() ? "o.accepted = true" : "not (o.accepted = false)");
		this.conditions.equal("o.customer_id", "customer", query.customerId());
		this.conditions.in("o.parent_id", "parents", query.parentIds());
		this.conditions.notIn("o.parent_id", "otherParents", query.parentExclude());
		this.conditions.and("o.id in (select l.order_id from ordering.order_line l where l.product_id = :product)",
				"product", query.productId());
		this.conditions.in("o.id", "include", query.include());
		this.conditions.notIn("o.id", "exclude", query.exclude());
		if (query.search() != null && !query.search().isBlank()) {
			search(query.search().strip());
		}
		this.conditions.and("o.created_at > :createdAfter", "createdAfter", time(query.createdAfter()));
		this.conditions.and("o.created_at < :createdBefore", "createdBefore", time(query.createdBefore()));
		this.conditions.and("o.modified_at > :modifiedAfter", "modifiedAfter", time(query.modifiedAfter()));
		this.conditions.and("o.modified_at < :modifiedBefore", "modifiedBefore", time(query.modifiedBefore()));
		statuses(query.statuses());
	}

	private void statuses(Set<OrderStatus> wanted) {
		if (wanted.size() == 1) {
			this.conditions.equal("o.status", "status", wanted.iterator().next().name());
		}
		else {
			Set<OrderStatus> others = wanted.isEmpty() ? EnumSet.of(OrderStatus.TRASH)
					: EnumSet.complementOf(EnumSet.copyOf(wanted));
			this.conditions.notIn("o.status", "otherStatuses", others.stream().map(Enum::name).toList());
		}
	}

	/** The text anywhere, or the number of an order. */
	private void search(String text) {
		boolean number = text.matches("\\d{1,15}");
		Set<Integer> places = Set.of(ADDRESSES_AND_GOODS);
		WordSearch.Condition found = number
				? this.words.containingOrBeing("o.id", "text", text, places, TABLE, Long.parseLong(text))
				: this.words.containing("o.id", "text", List.of(text), places);
		this.conditions.and(found.sql(), found.parameters());
		if (!found.exact()) {
			String escaped = WordIndex.folded(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
			this.conditions.and("o.search_text like :text escape '!'", "text", "%" + escaped + "%");
		}
	}

	private static @Nullable LocalDateTime time(@Nullable Instant time) {
		return (time != null) ? LocalDateTime.ofInstant(time, ZoneOffset.UTC) : null;
	}

	String count() {
		return "select count(*)" + from();
	}

	String page() {
		this.conditions.parameters().put("limit", this.query.limit());
		this.conditions.parameters().put("offset", this.query.offset());
		return "select o.id" + from() + " order by " + order() + " limit :limit offset :offset";
	}

	private String from() {
		return " from " + TABLE + " o where " + this.conditions.sql();
	}

	/**
	 * What is the same in all rows does not change the order; named in it, it lets H2
	 * read them sorted from an index that begins with it.
	 */
	private String order() {
		String direction = this.query.descending() ? " desc" : "";
		String leading = this.query.include().isEmpty() ? "o.accepted, " : "";
		return switch (this.query.sort()) {
			case CREATED -> leading
					+ (this.query.descending() && !leading.isEmpty() && !this.conditions.same().isEmpty()
							? this.conditions.same().getFirst() + ", " : "")
					+ "o.created_at" + direction + ", o.id" + direction;
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
		return this.conditions.parameters();
	}

}

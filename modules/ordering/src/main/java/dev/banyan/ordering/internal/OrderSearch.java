package dev.banyan.ordering.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderPage;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;

import org.springframework.stereotype.Component;

/**
 * Lists orders in SQL: one statement for the page, one for the count, one for the lines
 * of the page.
 */
@Component
class OrderSearch {

	private final EntityManager entities;

	OrderSearch(EntityManager entities) {
		this.entities = entities;
	}

	OrderPage list(OrderQuery query) {
		CriteriaBuilder builder = this.entities.getCriteriaBuilder();
		CriteriaQuery<Long> counting = builder.createQuery(Long.class);
		Root<StoredOrder> counted = counting.from(StoredOrder.class);
		long total = this.entities
			.createQuery(counting.select(builder.count(counted)).where(matching(query, builder, counting, counted)))
			.getSingleResult();
		CriteriaQuery<StoredOrder> listing = builder.createQuery(StoredOrder.class);
		Root<StoredOrder> order = listing.from(StoredOrder.class);
		listing.select(order).where(matching(query, builder, listing, order));
		if (query.sort() == OrderQuery.Sort.INCLUDE) {
			List<Order> all = orders(this.entities.createQuery(listing)).stream()
				.sorted(Comparator.comparingInt((found) -> query.include().indexOf(found.id())))
				.skip(query.offset())
				.limit(query.limit())
				.toList();
			return new OrderPage(all, total);
		}
		List<jakarta.persistence.criteria.Order> sorting = new ArrayList<>();
		for (String column : columns(query.sort())) {
			sorting.add(query.descending() ? builder.desc(order.get(column)) : builder.asc(order.get(column)));
		}
		listing.orderBy(sorting);
		return new OrderPage(
				orders(this.entities.createQuery(listing).setFirstResult(query.offset()).setMaxResults(query.limit())),
				total);
	}

	private static List<Order> orders(TypedQuery<StoredOrder> query) {
		return query.getResultList().stream().map(StoredOrder::toOrder).toList();
	}

	private static List<String> columns(OrderQuery.Sort sort) {
		return switch (sort) {
			case CREATED -> List.of("createdAt", "id");
			case MODIFIED -> List.of("modifiedAt", "id");
			case ID, INCLUDE -> List.of("id");
		};
	}

	private static Predicate[] matching(OrderQuery query, CriteriaBuilder builder, CriteriaQuery<?> outer,
			Root<StoredOrder> order) {
		List<Predicate> all = new ArrayList<>();
		all.add(builder.isTrue(order.get("accepted")));
		all.add(query.statuses().isEmpty() ? builder.notEqual(order.get("status"), OrderStatus.TRASH)
				: order.get("status").in(query.statuses()));
		if (query.customerId() != null) {
			all.add(builder.equal(order.get("customerId"), query.customerId()));
		}
		if (query.productId() != null) {
			Subquery<Long> selling = outer.subquery(Long.class);
			Root<StoredLine> line = selling.from(StoredLine.class);
			selling.select(line.get("order").get("id")).where(builder.equal(line.get("productId"), query.productId()));
			all.add(order.get("id").in(selling));
		}
		in(query.parentIds(), (ids) -> order.get("parentId").in(ids), all);
		in(query.parentExclude(), (ids) -> builder.not(order.get("parentId").in(ids)), all);
		in(query.include(), (ids) -> order.get("id").in(ids), all);
		in(query.exclude(), (ids) -> builder.not(order.get("id").in(ids)), all);
		if (query.search() != null && !query.search().isBlank()) {
			all.add(search(query.search().strip(), builder, order));
		}
		if (query.createdAfter() != null) {
			all.add(builder.greaterThan(order.get("createdAt"), query.createdAfter()));
		}
		if (query.createdBefore() != null) {
			all.add(builder.lessThan(order.get("createdAt"), query.createdBefore()));
		}
		if (query.modifiedAfter() != null) {
			all.add(builder.greaterThan(order.get("modifiedAt"), query.modifiedAfter()));
		}
		if (query.modifiedBefore() != null) {
			all.add(builder.lessThan(order.get("modifiedAt"), query.modifiedBefore()));
		}
		return all.toArray(Predicate[]::new);
	}

	private static void in(List<Long> ids, java.util.function.Function<List<Long>, Predicate> condition,
			List<Predicate> all) {
		if (!ids.isEmpty()) {
			all.add(condition.apply(ids));
		}
	}

	private static Predicate search(String text, CriteriaBuilder builder, Root<StoredOrder> order) {
		String escaped = text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
		Predicate found = builder.like(order.get("searchText"), "%" + escaped + "%", '!');
		if (text.matches("\\d{1,15}")) {
			found = builder.or(found, builder.equal(order.get("id"), Long.parseLong(text)));
		}
		return found;
	}

}

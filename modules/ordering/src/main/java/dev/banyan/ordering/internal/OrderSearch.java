package dev.banyan.ordering.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderPage;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.runtime.data.WordIndex;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists orders in SQL: one statement for the ids of the page, one for the count if the
 * page does not tell it, one for the orders and one for their lines.
 */
@Component
class OrderSearch {

	private static final int AT_A_TIME = 200;

	private final EntityManager entities;

	private final JdbcClient jdbc;

	private final WordIndex words;

	private final TransactionTemplate transaction;

	OrderSearch(EntityManager entities, DataSource dataSource, PlatformTransactionManager transactionManager) {
		this.entities = entities;
		this.jdbc = JdbcClient.create(dataSource);
		this.words = new WordIndex(dataSource, "ordering", "order_word");
		this.transaction = new TransactionTemplate(transactionManager);
	}

	/**
	 * Lets new orders be found by their texts; within the transaction that accepts them.
	 */
	void add(List<StoredOrder> orders) {
		this.words.add(orders.stream().collect(Collectors.toMap(StoredOrder::id, OrderSearch::texts)));
	}

	/** Lets an order be found by other texts; within the transaction that stores it. */
	void index(StoredOrder order) {
		this.words.put(order.id(), texts(order));
	}

	private static Map<Integer, String> texts(StoredOrder order) {
		return Map.of(OrderConditions.ADDRESSES_AND_GOODS, order.searchText());
	}

	@Scheduled(fixedDelayString = "${banyan.ordering.words-interval:2s}")
	void settle() {
		int settled = AT_A_TIME;
		while (settled == AT_A_TIME) {
			settled = Objects.requireNonNull(this.transaction.execute((status) -> this.words.settle(AT_A_TIME)));
		}
	}

	void forget(long orderId) {
		this.words.remove(List.of(orderId));
	}

	OrderPage list(OrderQuery query) {
		Found found = find(query);
		Map<Long, Order> orders = new HashMap<>();
		if (!found.ids().isEmpty()) {
			this.entities.createQuery("select o from StoredOrder o where o.id in :ids", StoredOrder.class)
				.setParameter("ids", found.ids())
				.getResultList()
				.forEach((order) -> orders.put(order.id(), order.toOrder()));
		}
		return new OrderPage(found.ids().stream().map(orders::get).filter(Objects::nonNull).toList(), found.total());
	}

	Found find(OrderQuery query) {
		OrderConditions conditions = new OrderConditions(query, this.words.search());
		List<Long> ids = this.jdbc.sql(conditions.page()).params(conditions.parameters()).query(Long.class).list();
		boolean last = ids.size() < query.limit() && (!ids.isEmpty() || query.offset() == 0);
		return new Found(ids, last ? query.offset() + ids.size()
				: this.jdbc.sql(conditions.count()).params(conditions.parameters()).query(Long.class).single());
	}

	/**
	 * What was found.
	 *
	 * @param ids the orders of the page
	 * @param total how many match
	 */
	record Found(List<Long> ids, long total) {
	}

}

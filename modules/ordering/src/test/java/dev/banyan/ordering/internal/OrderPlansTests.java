package dev.banyan.ordering.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderQuery.Sort;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.runtime.data.WordIndex;
import dev.banyan.testing.mysql.MySqlServer;
import dev.banyan.testing.mysql.Plans;
import dev.banyan.testing.mysql.Plans.Plan;
import jakarta.persistence.EntityManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mockito.Mockito;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How lists of orders are read, and what a search finds. No filter with any order reads
 * the table without an index; each order, and each filter that is one value with the
 * newest first, is read sorted from an index. {@code -Dbanyan.plans.orders=200000} asks
 * with as many.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderPlansTests {

	private static final int ORDERS = Integer.getInteger("banyan.plans.orders", 3_000);

	private static final int FIRST = 100_001;

	private static final int BATCH = 1_000;

	private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

	private static final boolean MYSQL = "mysql".equals(System.getProperty("banyan.test.database"));

	private final Plans plans = new Plans();

	private MySqlServer server;

	private SingleConnectionDataSource connection;

	private JdbcTemplate jdbc;

	private OrderSearch search;

	@BeforeAll
	void fill() throws IOException {
		this.server = MYSQL ? MySqlServer.start() : null;
		this.connection = new SingleConnectionDataSource(
				MYSQL ? this.server.url("ordering") : "jdbc:h2:mem:order-plans", MYSQL ? "root" : "sa", "", true);
		Flyway.configure()
			.dataSource(this.connection)
			.schemas(MYSQL ? "ordering" : "ORDERING")
			.locations("classpath:db/migration/ordering")
			.load()
			.migrate();
		DataSource watched = (DataSource) this.plans.postProcessAfterInitialization(this.connection, "watched");
		this.jdbc = new JdbcTemplate(watched);
		this.search = new OrderSearch(Mockito.mock(EntityManager.class), watched,
				new DataSourceTransactionManager(watched));
		this.jdbc.execute("set autocommit = " + (MYSQL ? "0" : "false"));
		for (int from = 0; from < ORDERS; from += BATCH) {
			List<Integer> numbers = IntStream.range(from, Math.min(ORDERS, from + BATCH)).boxed().toList();
			this.jdbc.batchUpdate(
					"""
							insert into ordering.customer_order (id, version, parent_id, status, currency, customer_id, customer_note,
								created_via, order_key, billing, shipping, search_text, payment_method, payment_method_title,
								transaction_id, created_at, modified_at, prices_include_tax, discount_total, discount_tax,
								shipping_total, shipping_tax, cart_tax, total, tax_lines, coupon_lines, refunds,
								counted_coupons, payer_recorded, to_pay_back, meta, accepted, stock_taken, effects_made, undoing)
							values (?, 1, ?, ?, 'USD', ?, '', 'rest-api', ?, '{}', '{}', ?, '', '', '', ?, ?, false, 0, 0, 0, 0, 0, 1,
								'[]', '[]', '[]', '{}', false, false, '[]', ?, false, 0, false)""",
					numbers.stream().map(OrderPlansTests::row).toList());
			this.jdbc.batchUpdate(
					"""
							insert into ordering.order_line (id, order_id, line_kind, name, sku, product_id, variation_id, quantity,
								tax_class, tax_status, method_id, instance_id, subtotal, total, subtotal_tax, total_tax, taxes,
								shipped, stock_taken, sold, restocked, meta)
							values (?, ?, 'GOODS', 'Mug', '', ?, 0, 1, '', '', '', '', 1, 1, 0, 0, '[]', false, 0, 0, 0, '[]')""",
					numbers.stream().map((i) -> new Object[] { FIRST + i, FIRST + i, 200 + i % 300 }).toList());
		}
		WordIndex words = new WordIndex(watched, "ordering", "order_word");
		IntStream.range(0, ORDERS).filter((i) -> i % 10 == 0).forEach((i) -> words.put(FIRST + i, Map.of(1, text(i))));
		this.jdbc.execute("commit");
		this.jdbc.execute(MYSQL
				? "analyze table ordering.customer_order, ordering.order_line, ordering.order_word, ordering.word_part"
				: "analyze");
	}

	@AfterAll
	void stop() {
		this.connection.destroy();
		if (this.server != null) {
			this.server.close();
		}
	}

	private static String text(int i) {
		return "Buyer\nNumber" + i + "\n" + (i + 70_000) + " Long Road\nbuyer" + i % 100 + "@example.com";
	}

	private static Object[] row(int i) {
		LocalDateTime created = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(i * 7919L % 100_000);
		return new Object[] { FIRST + i, (i % 50 == 3) ? FIRST : 0, status(i).name(), i % 40, "key-" + i,
				WordIndex.folded(text(i)), created, created.plusMinutes(i % 50_000), i % 100 != 99 };
	}

	private static OrderStatus status(int i) {
		return OrderStatus.values()[i % 7 + ((i % 210 == 5) ? 4 : 0)];
	}

	/** What a list is asked for, but for the order. */
	private record Filter(Set<OrderStatus> statuses, Long customer, Long product, List<Long> parents,
			List<Long> otherParents, List<Long> include, List<Long> exclude, String search, Instant createdAfter,
			Instant createdBefore, Instant modifiedAfter, Instant modifiedBefore, int offset) {

		static Filter none() {
			return new Filter(Set.of(), null, null, List.of(), List.of(), List.of(), List.of(), null, null, null, null,
					null, 0);
		}

		Filter statuses(OrderStatus... some) {
			return new Filter(Set.of(some), this.customer, this.product, this.parents, this.otherParents, this.include,
					this.exclude, this.search, this.createdAfter, this.createdBefore, null, null, 0);
		}

		Filter of(Long someone, Long something) {
			return new Filter(this.statuses, someone, something, List.of(), List.of(), List.of(), List.of(), null, null,
					null, null, null, 0);
		}

		Filter ids(List<Long> parents, List<Long> otherParents, List<Long> include, List<Long> exclude) {
			return new Filter(this.statuses, null, null, parents, otherParents, include, exclude, null, null, null,
					null, null, 0);
		}

		Filter search(String text) {
			return new Filter(this.statuses, null, null, List.of(), List.of(), List.of(), List.of(), text, null, null,
					null, null, 0);
		}

		Filter times(Instant createdAfter, Instant createdBefore, Instant modifiedAfter, Instant modifiedBefore) {
			return new Filter(this.statuses, null, null, List.of(), List.of(), List.of(), List.of(), null, createdAfter,
					createdBefore, modifiedAfter, modifiedBefore, 0);
		}

		Filter offset(int some) {
			return new Filter(this.statuses, null, null, List.of(), List.of(), List.of(), List.of(), null, null, null,
					null, null, some);
		}

		OrderQuery query(Sort sort, boolean descending, int limit) {
			return new OrderQuery(this.statuses, this.customer, this.product, this.parents, this.otherParents,
					this.include, this.exclude, this.search, this.createdAfter, this.createdBefore, this.modifiedAfter,
					this.modifiedBefore, sort, descending, this.offset, limit);
		}

	}

	/** Filters by one value: with the newest first, they are sorted by an index, too. */
	private static Map<String, Filter> ofOneValue() {
		Filter all = Filter.none();
		Map<String, Filter> filters = new LinkedHashMap<>();
		filters.put("no filter", all);
		filters.put("status", all.statuses(OrderStatus.COMPLETED));
		filters.put("customer", all.of(7L, null));
		filters.put("parent", all.ids(List.of((long) FIRST), List.of(), List.of(), List.of()));
		filters.put("exclude", all.ids(List.of(), List.of(), List.of(), List.of(FIRST + 1L, FIRST + 2L)));
		filters.put("created after", all.times(DAY, null, null, null));
		filters.put("created before", all.times(null, DAY, null, null));
		filters.put("offset", all.offset(300));
		return filters;
	}

	private static Map<String, Filter> filters() {
		Filter all = Filter.none();
		Map<String, Filter> filters = ofOneValue();
		filters.put("statuses", all.statuses(OrderStatus.COMPLETED, OrderStatus.PROCESSING));
		filters.put("any status", all.statuses(EnumSet.allOf(OrderStatus.class).toArray(OrderStatus[]::new)));
		filters.put("product", all.of(null, 207L));
		filters.put("customer, product, status", all.of(7L, 207L).statuses(OrderStatus.COMPLETED));
		filters.put("not parent", all.ids(List.of(), List.of((long) FIRST), List.of(), List.of()));
		filters.put("parents", all.ids(List.of((long) FIRST, FIRST + 1L), List.of(), List.of(), List.of()));
		filters.put("include", all.ids(List.of(), List.of(), List.of(FIRST + 5L, FIRST + 1L), List.of()));
		filters.put("changed after", all.times(null, null, DAY, null));
		filters.put("changed before", all.times(null, null, null, DAY));
		filters.put("search", all.search("umber12"));
		filters.put("search of words", all.search("Long Road"));
		filters.put("search of a number", all.search("70010"));
		return filters;
	}

	@Test
	void noFilterReadsTheTableWithoutAnIndex() {
		List<String> without = new ArrayList<>();
		for (Sort sort : Sort.values()) {
			for (boolean descending : List.of(true, false)) {
				filters().forEach((name, filter) -> plans(filter, sort, descending).stream()
					.filter((plan) -> !plan.usesIndexes("ORDER_WORD_NEW"))
					.forEach((plan) -> without.add(name + " by " + sort + ", descending " + descending + ": " + plan)));
			}
		}
		assertThat(without).isEmpty();
	}

	@Test
	void eachOrderIsThatOfAnIndex() {
		for (Sort sort : Sort.values()) {
			for (boolean descending : List.of(true, false)) {
				assertThat(plans(Filter.none(), sort, descending)).as(sort + ", descending " + descending)
					.allMatch(Plan::isSortedByIndex);
			}
		}
	}

	@Test
	void aFilterByOneValueIsReadSortedWithTheNewestFirst() {
		List<String> unsorted = new ArrayList<>();
		ofOneValue().forEach((name, filter) -> plans(filter, Sort.CREATED, true).stream()
			.filter((plan) -> !plan.isSortedByIndex())
			.forEach((plan) -> unsorted.add(name + ": " + plan)));
		assertThat(unsorted).isEmpty();
	}

	@Test
	void findsTextsAnywhereAndOrdersByTheirNumber() {
		assertThat(found("NUMBER120")).contains(FIRST + 120L).allMatch((id) -> (id - FIRST) % 10 == 0);
		assertThat(found("70120")).containsExactly(FIRST + 120L);
		assertThat(found("70120 long r")).containsExactly(FIRST + 120L);
		assertThat(found("70120 long x")).isEmpty();
		assertThat(found("" + (FIRST + 120))).containsExactly(FIRST + 120L);
		assertThat(found("" + (FIRST + 99))).as("not entered to the end").isEmpty();
	}

	private List<Long> found(String text) {
		return this.search.find(Filter.none().search(text).query(Sort.ID, false, 100)).ids();
	}

	private List<Plan> plans(Filter filter, Sort sort, boolean descending) {
		List<Plan> lists = this.plans.of(() -> this.search.find(filter.query(sort, descending, 1)));
		assertThat(lists).as("page and count").isNotEmpty();
		return lists;
	}

}

package dev.banyan.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.banyan.catalog.ProductContent.Texts;
import dev.banyan.catalog.ProductQuery.Sort;
import dev.banyan.inventory.StockStatus;
import dev.banyan.testing.mysql.Plans;
import dev.banyan.testing.mysql.Plans.Plan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How lists of products are read. No filter with any order reads the table without an
 * index; each order, and each filter that is one value with the newest first, is read
 * sorted from an index, so that a page costs the same however many products there are.
 * {@code -Dbanyan.plans.products=100000} asks with as many.
 */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "spring.datasource.url=jdbc:h2:mem:product-plans;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductPlansModuleTests {

	private static final int PRODUCTS = Integer.getInteger("banyan.plans.products", 8_000);

	private static final int FIRST = 1_000;

	private static final int BATCH = 1_000;

	private static final long CATEGORY_OF_MANY = 70;

	private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

	/** Filters by one value: with the newest first, they are sorted by an index, too. */
	private static final Map<String, Consumer<ProductQuery.Builder>> ONE_VALUE = new LinkedHashMap<>();

	private static final Map<String, Consumer<ProductQuery.Builder>> OTHERS = new LinkedHashMap<>();

	static {
		ONE_VALUE.put("no filter", (query) -> {
		});
		ONE_VALUE.put("status", (query) -> query.statuses = Set.of(ProductStatus.PUBLISH));
		ONE_VALUE.put("type", (query) -> query.types = Set.of(ProductType.SIMPLE));
		ONE_VALUE.put("featured", (query) -> query.featured = true);
		ONE_VALUE.put("on sale", (query) -> query.onSale = true);
		ONE_VALUE.put("stock status", (query) -> query.stock = StockStatus.OUT_OF_STOCK);
		ONE_VALUE.put("tax class", (query) -> query.taxClass = "reduced-rate");
		ONE_VALUE.put("shipping class", (query) -> query.shippingClasses = Set.of(7L));
		ONE_VALUE.put("virtual", (query) -> query.virtual = true);
		ONE_VALUE.put("downloadable", (query) -> query.downloadable = true);
		ONE_VALUE.put("parent", (query) -> query.parents = Set.of((long) FIRST));
		ONE_VALUE.put("created after", (query) -> query.createdAfter = DAY);
		ONE_VALUE.put("created before", (query) -> query.createdBefore = DAY);
		ONE_VALUE.put("exclude", (query) -> query.exclude = Set.of(FIRST + 1L, FIRST + 2L));
		ONE_VALUE.put("category of many", (query) -> query.terms = List.of(Set.of(CATEGORY_OF_MANY)));
		ONE_VALUE.put("categories, one of them of many",
				(query) -> query.terms = List.of(Set.of(CATEGORY_OF_MANY, 21L)));
		ONE_VALUE.put("offset", (query) -> query.offset = 500);
		OTHERS.put("statuses", (query) -> query.statuses = Set.of(ProductStatus.PUBLISH, ProductStatus.DRAFT));
		OTHERS.put("not status", (query) -> query.excludedStatuses = Set.of(ProductStatus.PUBLISH));
		OTHERS.put("types", (query) -> query.types = Set.of(ProductType.GROUPED, ProductType.EXTERNAL));
		OTHERS.put("not type", (query) -> query.excludedTypes = Set.of(ProductType.SIMPLE));
		OTHERS.put("category", (query) -> query.terms = List.of(Set.of(21L)));
		OTHERS.put("category and tag", (query) -> query.terms = List.of(Set.of(21L, 22L), Set.of(23L)));
		OTHERS.put("shipping classes", (query) -> query.shippingClasses = Set.of(7L, 8L));
		OTHERS.put("min price", (query) -> query.minPrice = new BigDecimal("900"));
		OTHERS.put("max price", (query) -> query.maxPrice = new BigDecimal("50"));
		OTHERS.put("price", (query) -> {
			query.minPrice = new BigDecimal("100");
			query.maxPrice = new BigDecimal("110");
		});
		OTHERS.put("priced", (query) -> query.priced = true);
		OTHERS.put("changed after", (query) -> query.modifiedAfter = DAY);
		OTHERS.put("changed before", (query) -> query.modifiedBefore = DAY);
		OTHERS.put("not parent", (query) -> query.excludedParents = Set.of((long) FIRST));
		OTHERS.put("parents", (query) -> query.parents = Set.of((long) FIRST, FIRST + 1L));
		OTHERS.put("include", (query) -> query.include = List.of(FIRST + 5L, FIRST + 1L));
		OTHERS.put("slug", (query) -> query.slugs = Set.of("slug-5"));
		OTHERS.put("slugs", (query) -> query.slugs = Set.of("slug-5", "slug-6"));
		OTHERS.put("sku", (query) -> query.skus = Set.of("sku-5"));
		OTHERS.put("search", (query) -> query.search = "ankor");
		OTHERS.put("search of two words", (query) -> query.search = "mblersto ankor");
		OTHERS.put("search with punctuation", (query) -> query.search = "(ankor");
		OTHERS.put("search of SKU", (query) -> query.searchSku = "ku-12");
		OTHERS.put("search of name or SKU", (query) -> query.searchNameOrSku = "ankor");
		OTHERS.put("variations", (query) -> query.variations = true);
		OTHERS.put("variations of a product", (query) -> {
			query.variations = true;
			query.parents = Set.of((long) FIRST);
		});
		OTHERS.put("everything", (query) -> {
			query.search = "ankor";
			query.statuses = Set.of(ProductStatus.PUBLISH);
			query.types = Set.of(ProductType.SIMPLE);
			query.featured = false;
			query.terms = List.of(Set.of(21L));
			query.minPrice = new BigDecimal("10");
			query.stock = StockStatus.IN_STOCK;
		});
	}

	@Autowired
	private Products products;

	@Autowired
	private Plans plans;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeAll
	void fill() {
		ProductContent blank = ProductContent.blank(ProductType.SIMPLE);
		this.products.add(
				new ProductContent(blank.type(), blank.status(),
						new Texts("Ramblerstone Bankorama", "", "Words of a description that is not too long", "", "",
								""),
						blank.codes(), blank.listing(), blank.pricing(), blank.tax(), blank.stock(), blank.shipping(),
						blank.downloads(), blank.external(), blank.relations(), blank.assignments(), blank.images(),
						blank.attributes(), blank.choices(), blank.meta()));
		List<Long> words = await().until(() -> this.jdbc
			.queryForList("select distinct word_id from catalog.product_word order by word_id", Long.class),
				(written) -> !written.isEmpty());
		String content = this.jdbc.queryForObject("select content from catalog.product", String.class);
		for (int from = 0; from < PRODUCTS; from += BATCH) {
			List<Integer> numbers = IntStream.range(from, Math.min(PRODUCTS, from + BATCH)).boxed().toList();
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.batchUpdate(
						"""
								insert into catalog.product (id, parent_id, above_id, total_sales, average_rating, rating_count,
									version, product_type, status, sort_name, slug, sku_key, created_at, modified_at, featured,
									price_min, price_max, on_sale, regular_price, sale_price, stock_status, tax_class,
									shipping_class_id, is_virtual, is_downloadable, menu_order, search_text, content)
								values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, ?, ?, ?, ?, ?)""",
						numbers.stream().map((i) -> row(i, content)).toList());
				this.jdbc.batchUpdate("""
						insert into catalog.product_term (product_id, term_id, direct, relates, status, shown)
						values (?, ?, true, true, 'PUBLISH', true)""", numbers.stream()
					.flatMap((i) -> Stream
						.of(new Object[] { FIRST + i, 20 + i % 40 }, new Object[] { FIRST + i, CATEGORY_OF_MANY })
						.limit((i % 3 == 0) ? 2 : 1))
					.toList());
				this.jdbc.batchUpdate("insert into catalog.product_word (word_id, place, row_id) values (?, 1, ?)",
						numbers.stream().map((i) -> new Object[] { words.get(i % words.size()), FIRST + i }).toList());
			});
		}
		this.jdbc.execute(isH2() ? "analyze"
				: "analyze table catalog.product, catalog.product_term, catalog.product_word, catalog.word_part");
	}

	private static Object[] row(int i, String content) {
		LocalDateTime created = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(i * 7919L % 100_000);
		boolean variation = i % 10 == 9;
		return new Object[] { FIRST + i, variation ? FIRST + i / 100 * 100 : 0, (i % 97 == 1) ? FIRST : 0,
				i * 17 % 3000, i % 6, i % 13,
				(variation ? ProductType.VARIATION : (i % 50 == 2) ? ProductType.EXTERNAL : ProductType.SIMPLE).name(),
				((i % 77 == 5) ? ProductStatus.TRASH : (i % 40 == 3) ? ProductStatus.DRAFT : ProductStatus.PUBLISH)
					.name(),
				"Name " + i * 31337L % 65_521, "slug-" + i, "sku-" + i, created, created.plusMinutes(i % 50_000),
				i % 50 == 1, i % 991, i % 991 + 5, i % 20 == 4,
				((i % 15 == 2) ? StockStatus.OUT_OF_STOCK : StockStatus.IN_STOCK).name(),
				(i % 30 == 4) ? "reduced-rate" : "", (i % 25 == 4) ? 7 : 0, i % 60 == 6, i % 70 == 6, i % 5,
				"ramblerstone bankorama " + i, content };
	}

	private boolean isH2() {
		return !"mysql".equals(System.getProperty("banyan.test.database"));
	}

	@ParameterizedTest
	@EnumSource(names = "RANDOM", mode = EnumSource.Mode.EXCLUDE)
	void noFilterReadsTheTableWithoutAnIndex(Sort sort) {
		List<String> without = new ArrayList<>();
		Map<String, Consumer<ProductQuery.Builder>> all = new LinkedHashMap<>(ONE_VALUE);
		all.putAll(OTHERS);
		for (boolean descending : List.of(true, false)) {
			all.forEach((name, filter) -> plans(filter, sort, descending).stream()
				.filter((plan) -> !plan.usesIndexes("PRODUCT_WORD_NEW"))
				.forEach((plan) -> without.add(name + ", descending " + descending + ": " + plan)));
		}
		assertThat(without).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM", "INCLUDE" }, mode = EnumSource.Mode.EXCLUDE)
	void eachOrderIsThatOfAnIndex(Sort sort) {
		for (boolean descending : List.of(true, false)) {
			assertThat(plans(ONE_VALUE.get("no filter"), sort, descending)).as("descending " + descending)
				.allMatch(Plan::isSortedByIndex);
		}
	}

	@Test
	void aFilterByOneValueIsReadSortedWithTheNewestFirst() {
		List<String> unsorted = new ArrayList<>();
		ONE_VALUE.forEach((name, filter) -> plans(filter, Sort.DATE, true).stream()
			.filter((plan) -> !plan.isSortedByIndex())
			.forEach((plan) -> unsorted.add(name + ": " + plan)));
		assertThat(unsorted).isEmpty();
	}

	@Test
	void noticesWhatIsMissing() {
		this.jdbc.execute(isH2() ? "drop index catalog.product_sold_most"
				: "alter table catalog.product drop index product_sold_most, drop index product_sold_least");
		try {
			assertThat(plans(ONE_VALUE.get("no filter"), Sort.POPULARITY, true))
				.anyMatch((plan) -> !plan.isSortedByIndex());
		}
		finally {
			this.jdbc.execute(
					"create index product_sold_most on catalog.product (parent_id, total_sales desc, id desc, status)");
			if (!isH2()) {
				this.jdbc
					.execute("create index product_sold_least on catalog.product (parent_id, total_sales, id, status)");
			}
		}
		assertThat(this.plans
			.of(() -> this.jdbc.queryForList("select content from catalog.product where related = ?", "1")))
			.isNotEmpty()
			.noneMatch((plan) -> plan.usesIndexes("PRODUCT_WORD_NEW"));
	}

	private List<Plan> plans(Consumer<ProductQuery.Builder> filter, Sort sort, boolean descending) {
		ProductQuery.Builder query = new ProductQuery.Builder();
		filter.accept(query);
		query.sort = sort;
		query.descending = descending;
		query.limit = 1;
		List<Plan> lists = this.plans.of(() -> this.products.find(query.build()))
			.stream()
			.filter(ProductPlansModuleTests::isList)
			.toList();
		assertThat(lists).as("page and count").isNotEmpty();
		return lists;
	}

	/**
	 * What comes after, the rows of the page and what belongs to them, is found by ids.
	 */
	private static boolean isList(Plan plan) {
		return plan.sql().startsWith("select p.id from catalog.product p")
				|| plan.sql().startsWith("select count(*) from catalog.product p")
				|| plan.sql().matches("(?s)select count\\(.*\\) from catalog\\.product_term x.*");
	}

	@TestConfiguration
	static class WatchedDataSource {

		@Bean
		static Plans plans() {
			return new Plans();
		}

	}

}

package dev.banyan.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import dev.banyan.catalog.CatalogTestApplication.SetClock;
import dev.banyan.catalog.ProductContent.Assignments;
import dev.banyan.catalog.ProductContent.Codes;
import dev.banyan.catalog.ProductContent.Pricing;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductContent.Texts;
import dev.banyan.inventory.StockChanged;
import dev.banyan.inventory.StockStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class CatalogModuleTests {

	@Autowired
	private Products products;

	@Autowired
	private Terms terms;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Assortment assortment;

	@Autowired
	private KnownStock stock;

	@Autowired
	private SetClock clock;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ScheduledTaskHolder tasks;

	@Test
	void refusesAnSkuThatIsTakenWhateverItsCase() {
		Product mug = this.products.add(product("Mug", "5", "Mug-1", List.of()));
		assertThatExceptionOfType(SkuTaken.class)
			.isThrownBy(() -> this.products.add(product("Cup", "5", "mug-1", List.of())))
			.satisfies((taken) -> assertThat(taken.productId()).isEqualTo(mug.id()));
		assertThat(this.products.freeSku("Mug-1")).isEqualTo("Mug-1-1");
	}

	@Test
	void findsAFreeSkuBesideOneThatIsLongerThanItsIndex() {
		String longest = "x".repeat(300);
		this.products.add(product("Long", "5", longest, List.of()));
		assertThat(this.products.freeSku(longest)).endsWith("xx-1");
	}

	@Test
	void numbersSlugsThatAreTaken() {
		this.products.add(product("Twin", "1", "", List.of()));
		assertThat(this.products.add(product("Twin", "1", "", List.of())).content().texts().slug()).isEqualTo("twin-2");
	}

	@Test
	void refusesAChangeOfAnOlderState() {
		Product first = this.products.add(product("Lamp", "5", "", List.of()));
		this.products.change(first.id(), first.version(), product("Lamp", "6", "", List.of()));
		assertThatExceptionOfType(ProductMoved.class)
			.isThrownBy(() -> this.products.change(first.id(), first.version(), product("Lamp", "7", "", List.of())));
	}

	@Test
	void countsAndFindsProductsOfCategoriesBelow() {
		Term above = this.terms.add(Taxonomy.CATEGORY, term("Wear", 0));
		Term below = this.terms.add(Taxonomy.CATEGORY, term("Socks", above.id()));
		Product socks = this.products.add(product("Wool socks", "9", "", List.of(below.id())));
		assertThat(this.terms.term(Taxonomy.CATEGORY, above.id()).orElseThrow().count()).isEqualTo(1);
		assertThat(found((query) -> query.terms = List.of(Set.of(above.id())))).containsExactly(socks.id());
		assertThat(this.assortment.categories(Set.of(socks.id())).get(socks.id())).containsExactlyInAnyOrder(above.id(),
				below.id());
		this.products.trash(socks.id());
		assertThat(this.terms.term(Taxonomy.CATEGORY, above.id()).orElseThrow().count()).isZero();
	}

	@Test
	void findsASaleOnceItHasBegun() {
		Term term = this.terms.add(Taxonomy.TAG, term("Later", 0));
		ProductContent content = product("Coat", "100", "", List.of());
		Product coat = this.products.add(priced(content,
				new Pricing("100", "80", this.clock.instant().plusSeconds(60), this.clock.instant().plusSeconds(120)),
				List.of(term.id())));
		assertThat(onSale(term)).isEmpty();
		this.clock.advance(61);
		assertThat(onSale(term)).containsExactly(coat.id());
		assertThat(this.products.products(Set.of(coat.id())).get(coat.id()).price().amount()).isEqualTo("80");
		this.clock.advance(61);
		assertThat(onSale(term)).isEmpty();
	}

	@Test
	void countsWhatWasSoldOncePerKey() {
		Product pen = this.products.add(product("Pen", "2", "", List.of()));
		this.assortment.recordSales("order-1", Map.of(pen.id(), 3));
		this.assortment.recordSales("order-1", Map.of(pen.id(), 3));
		assertThat(this.products.products(Set.of(pen.id())).get(pen.id()).sold()).isEqualTo(3);
	}

	@Test
	void forgetsTheKeysOfSalesAfterNinetyDays() {
		Product pen = this.products.add(product("Quill", "2", "", List.of()));
		this.assortment.recordSales("old", Map.of(pen.id(), 1));
		this.clock.advance(Duration.ofDays(89).toSeconds());
		this.assortment.recordSales("young", Map.of(pen.id(), 1));
		this.clock.advance(Duration.ofDays(2).toSeconds());
		this.tasks.getScheduledTasks()
			.stream()
			.map(ScheduledTask::getTask)
			.filter((task) -> task.toString().endsWith("SellableItems.forgetOldSales"))
			.findFirst()
			.orElseThrow()
			.getRunnable()
			.run();
		this.assortment.recordSales("young", Map.of(pen.id(), 1));
		assertThat(this.products.products(Set.of(pen.id())).get(pen.id()).sold()).isEqualTo(2);
		this.assortment.recordSales("old", Map.of(pen.id(), 1));
		assertThat(this.products.products(Set.of(pen.id())).get(pen.id()).sold()).isEqualTo(3);
	}

	@Test
	void countsWhatIsSoldAtTheSameTimeOncePerKey() throws Exception {
		Product pen = this.products.add(product("Pencil", "2", "", List.of()));
		Product ink = this.products.add(product("Ink", "2", "", List.of()));
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> sold = new ArrayList<>();
			for (int i = 0; i < 60; i++) {
				String key = "joint-" + i % 40;
				sold.add(callers.submit(() -> this.assortment.recordSales(key, Map.of(pen.id(), 1, ink.id(), 2))));
			}
			for (Future<?> one : sold) {
				one.get();
			}
		}
		Map<Long, Product> products = this.products.products(Set.of(pen.id(), ink.id()));
		assertThat(products.get(pen.id()).sold()).isEqualTo(40);
		assertThat(products.get(ink.id()).sold()).isEqualTo(80);
	}

	@Test
	void ratesAProductByWhatIsApproved() {
		Product book = this.products.add(product("Book", "2", "", List.of()));
		this.reviews.save(review(book, "good", 5, Review.Status.APPROVED));
		Review held = this.reviews.save(review(book, "bad", 2, Review.Status.HOLD));
		assertThat(rating(book)).isEqualByComparingTo("5");
		this.reviews.save(new Review(held.id(), book.id(), Review.Status.APPROVED, held.reviewer(), held.email(),
				held.text(), held.rating(), false, held.created()));
		assertThat(rating(book)).isEqualByComparingTo("3.5");
		assertThatExceptionOfType(DuplicateReview.class)
			.isThrownBy(() -> this.reviews.save(review(book, "good", 1, Review.Status.APPROVED)));
	}

	@Test
	void followsTheStockStatusThatInventoryTells() {
		Product jar = this.products.add(product("Jar", "2", "", List.of()));
		Product lid = this.products.add(product("Lid", "1", "", List.of()));
		StockChanged onlyQuantity = changed(lid, StockStatus.OUT_OF_STOCK);
		StockChanged event = changed(jar, StockStatus.IN_STOCK);
		for (int delivery = 1; delivery <= 2; delivery++) {
			this.transaction.executeWithoutResult((status) -> {
				this.events.publishEvent(onlyQuantity);
				this.events.publishEvent(event);
			});
		}
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(
					() -> assertThat(found((query) -> query.stock = StockStatus.OUT_OF_STOCK)).contains(jar.id()));
		assertThat(found((query) -> query.stock = StockStatus.OUT_OF_STOCK)).doesNotContain(lid.id());
	}

	private StockChanged changed(Product product, StockStatus before) {
		return new StockChanged(UUID.randomUUID(), this.clock.instant().plusSeconds(1), product.id(), null,
				StockStatus.OUT_OF_STOCK, before);
	}

	@Test
	void listsManyWithAsManyStatementsAsFew() {
		Term term = this.terms.add(Taxonomy.TAG, term("Many", 0));
		for (int i = 0; i < 60; i++) {
			Product product = this.products.add(tagged(product("Item " + i, "5", "", List.of()), term));
			this.products.addVariation(product.id(), ProductContent.blank(ProductType.VARIATION));
		}
		list(term, 60);
		int few = CountedStatements.during(() -> list(term, 2));
		int reads = this.stock.reads.get();
		int many = CountedStatements.during(() -> list(term, 60));
		assertThat(many).isEqualTo(few).isLessThan(12);
		assertThat(this.stock.reads.get()).isEqualTo(reads + 1);
	}

	private void list(Term term, int limit) {
		ProductQuery.Builder query = new ProductQuery.Builder();
		query.terms = List.of(Set.of(term.id()));
		query.limit = limit;
		assertThat(this.products.find(query.build()).items()).hasSize(limit);
	}

	private List<Long> found(Consumer<ProductQuery.Builder> filter) {
		ProductQuery.Builder query = new ProductQuery.Builder();
		query.limit = 100;
		filter.accept(query);
		return this.products.find(query.build()).items().stream().map(Product::id).toList();
	}

	private List<Long> onSale(Term term) {
		return found((query) -> {
			query.onSale = true;
			query.terms = List.of(Set.of(term.id()));
		});
	}

	private BigDecimal rating(Product product) {
		return this.products.products(Set.of(product.id())).get(product.id()).rating().average();
	}

	private Review review(Product product, String text, int rating, Review.Status status) {
		return new Review(0, product.id(), status, "Ann", "ann@example.com", text, rating, false, this.clock.instant());
	}

	private static TermContent term(String name, long parentId) {
		return new TermContent(name, "", parentId, "", "default", 0, 0);
	}

	private static ProductContent product(String name, String price, String sku, List<Long> categories) {
		ProductContent blank = ProductContent.blank(ProductType.SIMPLE);
		return new ProductContent(blank.type(), blank.status(), new Texts(name, "", "", "", "", ""), new Codes(sku, ""),
				blank.listing(), new Pricing(price, "", null, null), blank.tax(),
				new StockTerms(true, 3, blank.stock().backorders(), null, StockStatus.IN_STOCK, false),
				blank.shipping(), blank.downloads(), blank.external(), blank.relations(),
				new Assignments(categories, List.of(), List.of()), blank.images(), blank.attributes(), blank.choices(),
				blank.meta());
	}

	private static ProductContent priced(ProductContent content, Pricing pricing, List<Long> tags) {
		return new ProductContent(content.type(), content.status(), content.texts(), content.codes(), content.listing(),
				pricing, content.tax(), content.stock(), content.shipping(), content.downloads(), content.external(),
				content.relations(), new Assignments(List.of(), tags, List.of()), content.images(),
				content.attributes(), content.choices(), content.meta());
	}

	private static ProductContent tagged(ProductContent content, Term term) {
		ProductContent tagged = priced(content, content.pricing(), List.of(term.id()));
		return new ProductContent(ProductType.VARIABLE, tagged.status(), tagged.texts(), tagged.codes(),
				tagged.listing(), tagged.pricing(), tagged.tax(), tagged.stock(), tagged.shipping(), tagged.downloads(),
				tagged.external(), tagged.relations(), tagged.assignments(), tagged.images(), tagged.attributes(),
				tagged.choices(), tagged.meta());
	}

}

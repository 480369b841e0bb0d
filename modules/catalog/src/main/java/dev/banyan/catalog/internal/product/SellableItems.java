package dev.banyan.catalog.internal.product;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Image;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.SellableItem;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.runtime.data.JointCalls;

/**
 * The assortment of what is stored.
 */
@Component
class SellableItems implements Assortment {

	private static final String PARENT = "parent";

	private static final int TOGETHER = 20;

	/** Nobody repeats a call for so long. */
	private static final Duration KEPT = Duration.ofDays(90);

	/** Many orders at once come to this at about the same time. */
	private static final Duration PAUSE = Duration.ofMillis(2);

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final ProductViews views;

	private final Filing filing;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final JointCalls<Sale, Sale> sold = new JointCalls<>(TOGETHER, PAUSE, this::record);

	SellableItems(JdbcClient jdbc, ProductRows rows, ProductViews views, Filing filing, TransactionTemplate transaction,
			Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.views = views;
		this.filing = filing;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public Map<Long, SellableItem> items(Set<Long> ids) {
		Map<Long, ProductRow> rows = this.rows.rows(ids);
		Set<Long> parents = rows.values()
			.stream()
			.map(ProductRow::parentId)
			.filter((id) -> id != 0)
			.collect(Collectors.toSet());
		Map<Long, Product> products = new HashMap<>();
		this.views.toBeSold(
				Stream.concat(rows.values().stream(), this.rows.rows(parents).values().stream()).distinct().toList())
			.forEach((product) -> products.put(product.id(), product));
		Map<Long, SellableItem> items = new HashMap<>();
		rows.keySet().forEach((id) -> {
			Product product = Objects.requireNonNull(products.get(id));
			items.put(id, item(product, products.get(product.parentId())));
		});
		return items;
	}

	private static SellableItem item(Product product, @Nullable Product parent) {
		ProductContent content = product.content();
		ProductContent inherited = (parent != null) ? parent.content() : content;
		String name = inherited.texts().name();
		List<SellableItem.Option> options = (content.type() == ProductType.VARIATION) ? product.choices()
			.stream()
			.map((choice) -> new SellableItem.Option(choice.slug(), choice.name(), choice.option(), choice.display()))
			.toList() : List.of();
		String chosen = options.stream()
			.map(SellableItem.Option::display)
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(", "));
		Product shipped = (product.shippingClass() == null && parent != null) ? parent : product;
		Image image = Stream.concat(content.images().stream(), inherited.images().stream())
			.findFirst()
			.orElse(new Image(0, "", "", ""));
		return new SellableItem(product.id(), product.parentId(), content.type(), content.status(),
				chosen.isEmpty() ? name : name + " - " + chosen, name,
				content.codes().sku().isEmpty() ? inherited.codes().sku() : content.codes().sku(),
				Prices.number(product.price().amount()), product.price().minRegular(), product.price().onSale(),
				content.tax().status(),
				content.tax().taxClass().equals(PARENT) ? inherited.tax().taxClass() : content.tax().taxClass(),
				(shipped.shippingClass() != null) ? shipped.shippingClass().id() : 0,
				(shipped.shippingClass() != null) ? shipped.shippingClass().slug() : "", content.shipping().virtual(),
				content.downloads().downloadable(), inherited.stock().soldIndividually(), image.id(), image.src(),
				options);
	}

	@Override
	public Map<Long, Set<Long>> categories(Set<Long> ids) {
		Map<Long, PartRow> rows = this.rows.parts(ids);
		Map<Long, Long> products = new HashMap<>();
		rows.forEach((id, row) -> products.put(id, (row.parentId() != 0) ? row.parentId() : id));
		Map<Long, Set<Long>> ofProducts = this.filing.categories(Set.copyOf(products.values()));
		Map<Long, Set<Long>> categories = new HashMap<>();
		products.forEach((id, product) -> categories.put(id, ofProducts.getOrDefault(product, Set.of())));
		return categories;
	}

	@Override
	public Map<String, Long> idsBySku(Set<String> skus) {
		Map<String, Long> ids = new HashMap<>();
		List<String> keys = skus.stream().map(Columns::key).filter((key) -> !key.isEmpty()).toList();
		if (!keys.isEmpty()) {
			Map<String, Long> byKey = new HashMap<>();
			this.jdbc.sql("select sku_key, id from catalog.product where sku_key in (:keys)")
				.param("keys", keys)
				.query((row) -> {
					byKey.put(row.getString(1), row.getLong(2));
				});
			for (String sku : skus) {
				Long id = byKey.get(Columns.key(sku));
				if (id != null) {
					ids.put(sku, id);
				}
			}
		}
		return ids;
	}

	@Override
	public void recordSales(String key, Map<Long, Integer> soldByProduct) {
		try {
			this.sold.call(new Sale(key, soldByProduct));
		}
		catch (DuplicateKeyException ex) {
			// This key was applied before: nothing is left to do.
		}
	}

	@Scheduled(fixedDelayString = "1h")
	void forgetOldSales() {
		this.jdbc.sql("delete from catalog.applied_key where applied_at < ?")
			.param(Columns.time(this.clock.instant().minus(KEPT)))
			.update();
	}

	/**
	 * What was sold under a key.
	 */
	private record Sale(String key, Map<Long, Integer> soldByProduct) {
	}

	/** All fail if one of the keys was applied before. */
	private List<Sale> record(List<Sale> sales) {
		this.transaction.executeWithoutResult((status) -> {
			LocalDateTime now = Columns.time(this.clock.instant());
			this.jdbc
				.sql("insert into catalog.applied_key (applied_key, applied_at) values "
						+ String.join(", ", Collections.nCopies(sales.size(), "(?, ?)")))
				.params(sales.stream().flatMap((sale) -> Stream.<Object>of("sales:" + sale.key(), now)).toList())
				.update();
			Map<Long, Integer> counts = new TreeMap<>();
			sales.forEach((sale) -> sale.soldByProduct().forEach((id, sold) -> counts.merge(id, sold, Integer::sum)));
			counts.forEach(
					(id, sold) -> this.jdbc.sql("update catalog.product set total_sales = total_sales + ? where id = ?")
						.params(sold, id)
						.update());
		});
		return sales;
	}

}

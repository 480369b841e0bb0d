package dev.banyan.catalog.internal.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Pricing;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.inventory.StockStatus;
import dev.banyan.runtime.data.WordIndex;

/**
 * The table {@code product}.
 */
@Repository
class ProductRows {

	private static final RowMapper<PartRow> PART = (row, number) -> new PartRow(row.getLong("id"),
			row.getLong("parent_id"), ProductStatus.valueOf(row.getString("status")),
			new Pricing(row.getString("regular_price"), row.getString("sale_price"),
					Columns.instantOrNull(row, "sale_from"), Columns.instantOrNull(row, "sale_to")),
			StockStatus.valueOf(row.getString("stock_status")));

	private static final String PART_COLUMNS = "p.id, p.parent_id, p.status, p.regular_price, p.sale_price, p.sale_from, "
			+ "p.sale_to, p.stock_status";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ProductWords words;

	ProductRows(JdbcClient jdbc, JsonMapper json, ProductWords words) {
		this.jdbc = jdbc;
		this.json = json;
		this.words = words;
	}

	private ProductRow read(ResultSet row, int number) throws SQLException {
		return new ProductRow(row.getLong("id"), row.getLong("parent_id"), row.getLong("version"),
				row.getString("slug"), Columns.instant(row, "created_at"), Columns.instant(row, "modified_at"),
				StockStatus.valueOf(row.getString("stock_status")), row.getLong("total_sales"),
				row.getBigDecimal("average_rating"), row.getInt("rating_count"), related(row.getString("related")),
				Columns.instantOrNull(row, "related_at"),
				this.json.readValue(row.getString("content"), ProductContent.class));
	}

	private static @Nullable List<Long> related(@Nullable String ids) {
		if (ids == null) {
			return null;
		}
		return ids.isEmpty() ? List.of() : Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
	}

	List<ProductRow> select(String sql, Map<String, ?> parameters) {
		return this.jdbc.sql(sql).params(parameters).query(this::read).list();
	}

	/** Ids as a search found them. */
	List<Long> ids(String sql, Map<String, ?> parameters) {
		return this.jdbc.sql(sql).params(parameters).query(Long.class).list();
	}

	Map<Long, ProductRow> rows(Collection<Long> ids) {
		Map<Long, ProductRow> rows = new HashMap<>();
		if (!ids.isEmpty()) {
			select("select p.* from catalog.product p where p.id in (:ids)", Map.of("ids", Set.copyOf(ids)))
				.forEach((row) -> rows.put(row.id(), row));
		}
		return rows;
	}

	Optional<ProductRow> row(long id) {
		return Optional.ofNullable(rows(List.of(id)).get(id));
	}

	/** The variations of products, in the order in which they are shown. */
	List<PartRow> variations(Collection<Long> productIds) {
		if (productIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select " + PART_COLUMNS
				+ " from catalog.product p where p.parent_id in (:ids) and p.status <> 'TRASH' order by p.menu_order, p.id")
			.param("ids", Set.copyOf(productIds))
			.query(PART)
			.list();
	}

	Map<Long, PartRow> parts(Collection<Long> ids) {
		Map<Long, PartRow> parts = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("select " + PART_COLUMNS + " from catalog.product p where p.id in (:ids)")
				.param("ids", Set.copyOf(ids))
				.query(PART)
				.list()
				.forEach((part) -> parts.put(part.id(), part));
		}
		return parts;
	}

	List<Long> idsOfVariations(long productId) {
		return this.jdbc.sql("select id from catalog.product where parent_id = ?")
			.param(productId)
			.query(Long.class)
			.list();
	}

	@Nullable Long idBySku(String sku) {
		return this.jdbc.sql("select id from catalog.product where sku_key = ?")
			.param(Columns.key(sku))
			.query(Long.class)
			.optional()
			.orElse(null);
	}

	Map<String, Long> idsBySlug(Set<String> slugs) {
		Map<String, Long> ids = new HashMap<>();
		this.jdbc.sql("select slug, id from catalog.product where slug in (:slugs)")
			.param("slugs", slugs)
			.query((row) -> {
				ids.put(row.getString(1), row.getLong(2));
			});
		return ids;
	}

	void insert(ProductRow row, Product.Price price, Instant now) {
		this.jdbc
			.sql("""
					insert into catalog.product (id, parent_id, above_id, total_sales, average_rating, rating_count, version,
						product_type, status, sort_name, slug, sku_key, created_at, modified_at, featured, price_min,
						price_max, on_sale, regular_price, sale_price, sale_from, sale_to, price_changes_at, stock_status,
						stock_changed_at, tax_class, shipping_class_id, is_virtual, is_downloadable, menu_order,
						search_text, content)
					values (:id, :parent, :above, 0, 0, 0, 1, :type, :status, :name, :slug, :sku, :created, :modified, :featured,
						:min, :max, :onSale, :regular, :sale, :from, :to, :changes, :stock, :now, :tax, :shipping,
						:virtual, :downloadable, :menu, :search, :content)""")
			.params(columns(row, price, now))
			.update();
		this.words.add(row);
	}

	/** Writes a row if it still has the version before; tells whether it had. */
	boolean update(ProductRow row, Product.Price price, Instant now) {
		boolean found = this.jdbc
			.sql("""
					update catalog.product set version = version + 1, above_id = :above, product_type = :type, status = :status,
						sort_name = :name, slug = :slug, sku_key = :sku, created_at = :created, modified_at = :modified,
						featured = :featured, price_min = :min, price_max = :max, on_sale = :onSale,
						regular_price = :regular, sale_price = :sale, sale_from = :from, sale_to = :to,
						price_changes_at = :changes, stock_status = :stock, stock_changed_at = :now, tax_class = :tax,
						shipping_class_id = :shipping, is_virtual = :virtual, is_downloadable = :downloadable,
						menu_order = :menu, search_text = :search, content = :content
					where id = :id and version = :version""")
			.params(columns(row, price, now))
			.update() == 1;
		if (found) {
			this.words.put(row);
		}
		return found;
	}

	private Map<String, Object> columns(ProductRow row, Product.Price price, Instant now) {
		ProductContent content = row.content();
		Pricing pricing = content.pricing();
		Map<String, Object> columns = new HashMap<>();
		columns.put("id", row.id());
		columns.put("parent", row.parentId());
		columns.put("above", content.relations().parent());
		columns.put("version", row.version());
		columns.put("type", content.type().name());
		columns.put("status", content.status().name());
		columns.put("name", Columns.indexed(content.texts().name()));
		put(columns, "slug", row.slug());
		put(columns, "sku", skuKey(content));
		columns.put("created", Columns.time(row.created()));
		columns.put("modified", Columns.time(row.modified()));
		columns.put("featured", content.listing().featured());
		put(columns, "min", Prices.column(price.min()));
		put(columns, "max", Prices.column(price.max()));
		columns.put("onSale", price.onSale());
		columns.put("regular", Columns.indexed(pricing.regular()));
		columns.put("sale", Columns.indexed(pricing.sale()));
		put(columns, "from", Columns.timeOrNull(pricing.saleFrom()));
		put(columns, "to", Columns.timeOrNull(pricing.saleTo()));
		put(columns, "changes", Columns.timeOrNull(Prices.nextChange(pricing, now)));
		columns.put("stock", row.stockStatus().name());
		columns.put("now", Columns.time(now));
		columns.put("tax", Columns.indexed(content.tax().taxClass()));
		columns.put("shipping", content.shipping().classId());
		columns.put("virtual", content.shipping().virtual());
		columns.put("downloadable", content.downloads().downloadable());
		columns.put("menu", content.listing().menuOrder());
		columns.put("search", searchText(content));
		columns.put("content", this.json.writeValueAsString(content));
		return columns;
	}

	@SuppressWarnings("NullAway")
	private static void put(Map<String, Object> columns, String name, @Nullable Object content) {
		columns.put(name, content);
	}

	static @Nullable String skuKey(ProductContent content) {
		return (content.codes().sku().isBlank() || content.status() == ProductStatus.TRASH) ? null
				: Columns.key(content.codes().sku());
	}

	private static String searchText(ProductContent content) {
		return WordIndex.folded(content.texts().name() + '\n' + content.texts().shortDescription() + '\n'
				+ content.texts().description());
	}

	void remove(Collection<Long> ids) {
		for (String table : List.of("product_term where product_id", "grouped_product where product_id",
				"meta_name where product_id", "review where product_id", "product where id")) {
			this.jdbc.sql("delete from catalog." + table + " in (:ids)").param("ids", ids).update();
		}
		this.words.remove(ids);
	}

	Map<ProductType, Long> countByType() {
		Map<ProductType, Long> counts = new HashMap<>();
		this.jdbc.sql(
				"select product_type, count(*) from catalog.product where parent_id = 0 and status = 'PUBLISH' group by product_type")
			.query((row) -> {
				counts.put(ProductType.valueOf(row.getString(1)), row.getLong(2));
			});
		return counts;
	}

}

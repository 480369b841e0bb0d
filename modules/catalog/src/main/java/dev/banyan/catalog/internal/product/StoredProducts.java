package dev.banyan.catalog.internal.product;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductMoved;
import dev.banyan.catalog.ProductQuery;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Slice;
import dev.banyan.catalog.StoredImage;

/**
 * Products in catalog's schema.
 */
@Component
class StoredProducts implements Products {

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final ProductViews views;

	private final Editing editing;

	private final Removing removing;

	private final Duplicating duplicating;

	private final ProductSlugs slugs;

	private final DerivedColumns derived;

	private final Images images;

	private final MetaNames metaNames;

	private final Filing filing;

	private final ProductWords words;

	private final Clock clock;

	StoredProducts(JdbcClient jdbc, ProductRows rows, ProductViews views, Editing editing, Removing removing,
			Duplicating duplicating, ProductSlugs slugs, DerivedColumns derived, Images images, MetaNames metaNames,
			Filing filing, ProductWords words, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.views = views;
		this.editing = editing;
		this.removing = removing;
		this.duplicating = duplicating;
		this.slugs = slugs;
		this.derived = derived;
		this.images = images;
		this.metaNames = metaNames;
		this.filing = filing;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public Slice<Product> find(ProductQuery query) {
		if (ProductSearch.needsPrices(query)) {
			this.derived.applySchedule(this.clock.instant());
		}
		ProductSearch search = new ProductSearch(query, this.words, this.filing::isWide);
		List<Long> ids = this.rows.ids(search.page(), search.parameters());
		boolean last = ids.size() < query.limit() && (!ids.isEmpty() || query.offset() == 0);
		long total = last ? query.offset() + ids.size()
				: this.jdbc.sql(search.count()).params(search.parameters()).query(Long.class).single();
		Map<Long, ProductRow> found = this.rows.rows(ids);
		return new Slice<>(this.views.products(ids.stream().map(found::get).filter(Objects::nonNull).toList()), total);
	}

	@Override
	public Map<Long, Product> products(Set<Long> ids) {
		Map<Long, Product> products = new LinkedHashMap<>();
		this.views.products(List.copyOf(this.rows.rows(ids).values()))
			.forEach((product) -> products.put(product.id(), product));
		return products;
	}

	private Product product(long id) {
		return this.views.products(List.of(this.rows.row(id).orElseThrow(() -> new ProductMoved(id)))).getFirst();
	}

	@Override
	public Product add(ProductContent content) {
		return product(this.editing.add(0, content));
	}

	@Override
	public Product addVariation(long productId, ProductContent content) {
		return product(this.editing.add(productId, content));
	}

	@Override
	public Product change(long id, long version, ProductContent content) {
		this.editing.change(id, version, content);
		return product(id);
	}

	@Override
	public void trash(long id) {
		this.removing.trash(id);
	}

	@Override
	public void delete(long id) {
		this.removing.delete(id);
	}

	@Override
	public Product duplicate(long id) {
		return product(this.duplicating.duplicate(id));
	}

	@Override
	public Map<Long, String> freeSlugs(Map<Long, String> names) {
		return this.slugs.free(names);
	}

	@Override
	public String freeSku(String sku) {
		return this.editing.freeSku(sku);
	}

	@Override
	public Map<Long, StoredImage> images(Set<Long> ids) {
		return this.images.images(ids);
	}

	@Override
	public StoredImage keep(ProductContent.Image image) {
		return this.images.keep(image);
	}

	@Override
	public Slice<String> metaNames(String search, boolean descending, long offset, int limit) {
		return this.metaNames.names(search, descending, offset, limit);
	}

	@Override
	public Map<ProductType, Long> countByType() {
		return this.rows.countByType();
	}

}

package dev.banyan.catalog.internal.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.banyan.catalog.ProductQuery;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.runtime.data.WordIndex;

/**
 * A query for products as SQL.
 */
final class ProductSearch {

	/** Within the range by its own or one of its parts' prices, not only around it. */
	private static final String ONE_PRICE_BETWEEN = """
			and (p.price_min >= :minPrice or p.price_max <= :maxPrice
			or exists (select 1 from catalog.product v where v.parent_id = p.id and v.status = 'PUBLISH'
				and v.price_min between :minPrice and :maxPrice)
			or exists (select 1 from catalog.grouped_product g join catalog.product c on c.id = g.child_id
				where g.product_id = p.id and c.price_min between :minPrice and :maxPrice))""";

	private final ProductQuery query;

	private final WordIndex words;

	private final StringBuilder from = new StringBuilder(" from catalog.product p where ");

	/** Columns that are the same in all rows; at most one of them leads an index. */
	private final List<String> same = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	ProductSearch(ProductQuery query, WordIndex words) {
		this.query = query;
		this.words = words;
		kind();
		amounts();
		texts();
		terms();
		identity();
		times();
		statuses();
	}

	/** Whether the answer depends on prices of this moment. */
	static boolean needsPrices(ProductQuery query) {
		return query.onSale() != null || query.minPrice() != null || query.maxPrice() != null || query.priced() != null
				|| query.sort() == ProductQuery.Sort.PRICE;
	}

	private void kind() {
		if (!this.query.skus().isEmpty() || this.query.searchSku() != null) {
			this.from.append(this.query.variations() ? "p.parent_id > 0" : "p.id > 0");
		}
		else if (this.query.variations()) {
			this.from.append("p.parent_id > 0");
		}
		else if (isNamed()) {
			this.from.append("p.parent_id + 0 = 0");
		}
		else {
			this.from.append("p.parent_id = 0");
		}
		String parent = this.query.variations() ? "p.parent_id" : "p.above_id";
		in(parent, "parents", this.query.parents());
		notIn(parent, "excludedParents", this.query.excludedParents());
		oneOf("p.product_type", "type", ProductType.class, this.query.types());
		notIn("p.product_type", "excludedTypes", names(this.query.excludedTypes()));
	}

	/** Few are named: H2 must not go for them through all products. */
	private boolean isNamed() {
		return this.query.include() != null || !this.query.slugs().isEmpty();
	}

	private void statuses() {
		if (this.query.statuses().isEmpty()) {
			this.from.append(" and p.status not in ('TRASH', 'AUTO_DRAFT')");
		}
		oneOf("p.status", "status", ProductStatus.class, this.query.statuses());
		notIn("p.status", "excludedStatuses", names(this.query.excludedStatuses()));
	}

	private void texts() {
		if (this.query.search() != null) {
			List<String> words = Arrays.stream(this.query.search().strip().split("[\\s,+]+"))
				.filter((word) -> !word.isEmpty())
				.limit(10)
				.toList();
			for (int i = 0; i < words.size(); i++) {
				containing("word" + i, words.get(i), Set.of(ProductRows.NAME, ProductRows.TEXTS),
						"p.search_text like :word" + i + " escape '!'", WordIndex.folded(words.get(i)));
			}
		}
		if (this.query.searchSku() != null) {
			containing("searchSku", this.query.searchSku(), Set.of(ProductRows.SKU),
					"p.sku_key like :searchSku escape '!'", this.query.searchSku());
		}
		if (this.query.searchNameOrSku() != null) {
			containing("nameOrSku", this.query.searchNameOrSku(), Set.of(ProductRows.NAME, ProductRows.SKU),
					"(p.sku_key like :nameOrSku escape '!' or lower(p.sort_name) like :nameOrSku escape '!')",
					this.query.searchNameOrSku());
		}
		in("p.slug", "slugs", this.query.slugs());
		in("p.sku_key", "skus", this.query.skus().stream().map(Columns::key).toList());
	}

	/** Candidates by their words; those that may not contain the text are read. */
	private void containing(String name, String text, Set<Integer> places, String check, String checked) {
		WordIndex.Condition condition = this.words.containing("p.id", name, text, places);
		if (!condition.sql().isEmpty()) {
			this.from.append(" and ").append(condition.sql());
			this.parameters.putAll(condition.parameters());
		}
		if (!condition.exact()) {
			and(check, name, Columns.containing(checked));
		}
	}

	private void amounts() {
		equal("p.featured", "featured", this.query.featured());
		equal("p.on_sale", "onSale", this.query.onSale());
		equal("p.is_virtual", "virtual", this.query.virtual());
		equal("p.is_downloadable", "downloadable", this.query.downloadable());
		equal("p.tax_class", "taxClass", this.query.taxClass());
		equal("p.stock_status", "stock", (this.query.stock() != null) ? this.query.stock().name() : null);
		compare("p.price_max >= :minPrice", "minPrice", Prices.column(this.query.minPrice()));
		compare("p.price_min <= :maxPrice", "maxPrice", Prices.column(this.query.maxPrice()));
		if (this.query.minPrice() != null && this.query.maxPrice() != null) {
			this.from.append(" ").append(ONE_PRICE_BETWEEN);
		}
		if (this.query.priced() != null) {
			this.from.append(this.query.priced() ? " and p.price_min is not null" : " and p.price_min is null");
		}
	}

	private void terms() {
		int number = 0;
		for (Collection<Long> terms : this.query.terms()) {
			if (terms.isEmpty()) {
				this.from.append(" and p.id = 0");
			}
			else {
				String name = "terms" + number++;
				and("p.id in (select x.product_id from catalog.product_term x where x.term_id in (:" + name + "))",
						name, terms);
			}
		}
		in("p.shipping_class_id", "shippingClasses", this.query.shippingClasses());
	}

	private void identity() {
		if (this.query.include() != null) {
			in("p.id", "include", this.query.include().isEmpty() ? List.of(0L) : this.query.include());
		}
		notIn("p.id", "exclude", this.query.exclude());
	}

	private void times() {
		compare("p.created_at > :createdAfter", "createdAfter", Columns.timeOrNull(this.query.createdAfter()));
		compare("p.created_at < :createdBefore", "createdBefore", Columns.timeOrNull(this.query.createdBefore()));
		compare("p.modified_at > :modifiedAfter", "modifiedAfter", Columns.timeOrNull(this.query.modifiedAfter()));
		compare("p.modified_at < :modifiedBefore", "modifiedBefore", Columns.timeOrNull(this.query.modifiedBefore()));
	}

	private static List<String> names(Collection<? extends Enum<?>> constants) {
		return constants.stream().map(Enum::name).toList();
	}

	/** Several of few are told by the others: no index is entered at several places. */
	private <E extends Enum<E>> void oneOf(String column, String name, Class<E> type, Set<E> wanted) {
		if (wanted.size() == 1) {
			equal(column, name, wanted.iterator().next().name());
		}
		else if (!wanted.isEmpty()) {
			notIn(column, name + "Others", names(EnumSet.complementOf(EnumSet.copyOf(wanted))));
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

	private void equal(String column, String name, @Nullable Object parameter) {
		if (parameter != null) {
			this.same.add(column);
			and(column + " = :" + name, name, parameter);
		}
	}

	private void compare(String condition, String name, @Nullable Object parameter) {
		if (parameter != null) {
			and(condition, name, parameter);
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
		return "select p.id" + this.from + " order by " + leading() + order() + " limit :limit offset :offset";
	}

	/**
	 * What is the same in all rows does not change the order; named in it, it lets H2
	 * read them sorted from an index that begins with it.
	 */
	private String leading() {
		if (this.from.indexOf("p.parent_id = 0") < 0) {
			return "";
		}
		boolean newest = this.query.sort() == ProductQuery.Sort.DATE && this.query.descending();
		return (newest && !this.same.isEmpty()) ? "p.parent_id, " + this.same.getFirst() + ", " : "p.parent_id, ";
	}

	private String order() {
		String direction = this.query.descending() ? " desc" : "";
		return switch (this.query.sort()) {
			case DATE -> by("p.created_at", direction);
			case MODIFIED -> by("p.modified_at", direction);
			case ID -> "p.id" + direction;
			case INCLUDE -> includeOrder();
			case TITLE -> by("p.sort_name", direction);
			case SLUG -> by("p.slug", direction);
			case PRICE -> by(this.query.descending() ? "p.price_max" : "p.price_min", direction);
			case POPULARITY -> by("p.total_sales", direction);
			case RATING -> "p.average_rating" + direction + ", " + by("p.rating_count", direction);
			case MENU_ORDER -> "p.menu_order" + direction + ", p.sort_name" + direction + ", p.id" + direction;
			case RANDOM -> "rand()";
		};
	}

	private static String by(String column, String direction) {
		return column + direction + ", p.id" + direction;
	}

	private String includeOrder() {
		List<Long> include = this.query.include();
		if (include == null || include.isEmpty()) {
			return "p.created_at desc, p.id desc";
		}
		StringBuilder order = new StringBuilder("case p.id");
		for (int i = 0; i < include.size(); i++) {
			order.append(" when ").append(include.get(i)).append(" then ").append(i);
		}
		return order.append(" end").toString();
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

}

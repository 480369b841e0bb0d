package dev.banyan.catalog.internal.product;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.banyan.catalog.ProductQuery;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.runtime.data.Conditions;
import dev.banyan.runtime.data.WordIndex;
import dev.banyan.runtime.data.WordSearch;

/**
 * A query for products as SQL.
 */
final class ProductSearch {

	/** Within the range by its own or one of its parts' prices, not only around it. */
	private static final String ONE_PRICE_BETWEEN = """
			(p.price_min >= :minPrice or p.price_max <= :maxPrice
			or exists (select 1 from catalog.product v where v.parent_id = p.id and v.status = 'PUBLISH'
				and v.price_min between :minPrice and :maxPrice)
			or exists (select 1 from catalog.grouped_product g join catalog.product c on c.id = g.child_id
				where g.product_id = p.id and c.price_min between :minPrice and :maxPrice))""";

	private static final String PRODUCTS = "p.parent_id = 0";

	/** Not found by their terms but read in their order until the page is full. */
	private static final String ONE_FILED = """
			(select count(*) from catalog.product_term x where x.product_id = p.id and x.term_id in (:terms0)) > 0""";

	private static final String FILED = "select x.product_id from catalog.product_term x where x.term_id in (:terms";

	private final ProductQuery query;

	private final ProductWords words;

	private final Conditions conditions = new Conditions();

	/** Found by their words. */
	private final Conditions found = new Conditions();

	/** Read to see whether they contain a text. */
	private final Conditions read = new Conditions();

	/** Whether the page is found by words, too, as its count is. */
	private boolean byWords;

	private final boolean filedOnly;

	private final boolean widely;

	/**
	 * Conditions for a query.
	 * @param words the words of products
	 * @param widely whether many products are filed under some terms
	 */
	ProductSearch(ProductQuery query, ProductWords words, Predicate<Collection<Long>> widely) {
		this.query = query;
		this.words = words;
		texts();
		kind();
		int always = this.conditions.size();
		ranks();
		amounts();
		identity();
		times();
		this.filedOnly = this.conditions.size() == always && this.found.size() == 0 && query.terms().size() == 1
				&& !query.terms().iterator().next().isEmpty() && !query.variations();
		this.widely = this.filedOnly && widely.test(query.terms().iterator().next());
		statuses(this.conditions, "p");
		terms();
	}

	/** Whether the answer depends on prices of this moment. */
	static boolean needsPrices(ProductQuery query) {
		return query.onSale() != null || query.minPrice() != null || query.maxPrice() != null || query.priced() != null
				|| query.sort() == ProductQuery.Sort.PRICE;
	}

	private void kind() {
		if (!this.query.skus().isEmpty() || this.query.searchSku() != null) {
			this.conditions.and(this.query.variations() ? "p.parent_id > 0" : "p.id + 0 > 0");
		}
		else if (this.query.variations()) {
			this.conditions.and("p.parent_id > 0");
		}
		else if (isNamed()) {
			this.conditions.and("p.parent_id + 0 = 0");
		}
		else {
			this.conditions.and(PRODUCTS);
		}
	}

	/** Few are named: H2 must not go for them through all products. */
	private boolean isNamed() {
		return this.byWords || this.query.include() != null || !this.query.slugs().isEmpty();
	}

	private void ranks() {
		String parent = this.query.variations() ? "p.parent_id" : "p.above_id";
		this.conditions.in(parent, "parents", this.query.parents());
		this.conditions.notIn(parent, "excludedParents", this.query.excludedParents());
		oneOf(this.conditions, "p.product_type", "type", ProductType.class, this.query.types());
		this.conditions.notIn("p.product_type", "excludedTypes", names(this.query.excludedTypes()));
	}

	private void statuses(Conditions conditions, String alias) {
		String column = alias + ".status";
		if (this.query.statuses().isEmpty()) {
			conditions.and(column + " not in ('TRASH', 'AUTO_DRAFT')");
		}
		oneOf(conditions, column, "status", ProductStatus.class, this.query.statuses());
		conditions.notIn(column, "excludedStatuses", names(this.query.excludedStatuses()));
	}

	private void texts() {
		if (this.query.search() != null) {
			List<String> parts = Arrays.stream(this.query.search().strip().split("[\\s,+]+"))
				.filter((part) -> !part.isEmpty())
				.limit(10)
				.toList();
			Conditions containing = new Conditions();
			for (int i = 0; i < parts.size(); i++) {
				containing.and("p.search_text like :part" + i + " escape '!'", "part" + i,
						Columns.containing(WordIndex.folded(parts.get(i))));
			}
			containing("search", parts, Set.of(ProductWords.NAME, ProductWords.TEXTS), containing);
		}
		if (this.query.searchSku() != null) {
			containing("searchSku", this.query.searchSku(), Set.of(ProductWords.SKU),
					"p.sku_key like :searchSku escape '!'");
		}
		if (this.query.searchNameOrSku() != null) {
			containing("nameOrSku", this.query.searchNameOrSku(), Set.of(ProductWords.NAME, ProductWords.SKU),
					"(p.sku_key like :nameOrSku escape '!' or lower(p.sort_name) like :nameOrSku escape '!')");
		}
	}

	/** Only the words tell these whatever their accents, however many there are. */
	private void containing(String name, String text, Set<Integer> places, String check) {
		Conditions containing = new Conditions();
		containing.and(check, name, Columns.containing(text));
		containing(name, List.of(text), places, containing);
		this.byWords = true;
	}

	/** Candidates by their words; unless these are exact, they have to be read. */
	private void containing(String name, List<String> texts, Set<Integer> places, Conditions containing) {
		WordSearch.Condition candidates = this.words.containing(name, texts, places);
		this.found.and(candidates.sql(), candidates.parameters());
		if (!candidates.exact()) {
			this.found.and(containing.sql(), containing.parameters());
		}
		this.read.and(containing.sql(), containing.parameters());
		this.byWords |= candidates.few();
	}

	private void amounts() {
		this.conditions.equal("p.featured", "featured", this.query.featured());
		this.conditions.equal("p.on_sale", "onSale", this.query.onSale());
		this.conditions.equal("p.is_virtual", "virtual", this.query.virtual());
		this.conditions.equal("p.is_downloadable", "downloadable", this.query.downloadable());
		this.conditions.equal("p.tax_class", "taxClass", this.query.taxClass());
		this.conditions.equal("p.stock_status", "stock",
				(this.query.stock() != null) ? this.query.stock().name() : null);
		this.conditions.and("p.price_max >= :minPrice", "minPrice", Prices.column(this.query.minPrice()));
		this.conditions.and("p.price_min <= :maxPrice", "maxPrice", Prices.column(this.query.maxPrice()));
		if (this.query.minPrice() != null && this.query.maxPrice() != null) {
			this.conditions.and(ONE_PRICE_BETWEEN);
		}
		if (this.query.priced() != null) {
			this.conditions.and(this.query.priced() ? "p.price_min is not null" : "p.price_min is null");
		}
		this.conditions.in("p.shipping_class_id", "shippingClasses", this.query.shippingClasses());
	}

	private void terms() {
		int number = 0;
		for (Collection<Long> terms : this.query.terms()) {
			if (terms.isEmpty()) {
				this.conditions.and("p.id = 0");
			}
			else {
				this.conditions.and(this.widely ? ONE_FILED : "p.id in (" + FILED + number + "))", "terms" + number++,
						terms);
			}
		}
	}

	private void identity() {
		if (this.query.include() != null) {
			this.conditions.in("p.id", "include", this.query.include().isEmpty() ? List.of(0L) : this.query.include());
		}
		this.conditions.notIn("p.id", "exclude", this.query.exclude());
		this.conditions.in("p.slug", "slugs", this.query.slugs());
		this.conditions.in("p.sku_key", "skus", this.query.skus().stream().map(Columns::key).toList());
	}

	private void times() {
		this.conditions.and("p.created_at > :createdAfter", "createdAfter",
				Columns.timeOrNull(this.query.createdAfter()));
		this.conditions.and("p.created_at < :createdBefore", "createdBefore",
				Columns.timeOrNull(this.query.createdBefore()));
		this.conditions.and("p.modified_at > :modifiedAfter", "modifiedAfter",
				Columns.timeOrNull(this.query.modifiedAfter()));
		this.conditions.and("p.modified_at < :modifiedBefore", "modifiedBefore",
				Columns.timeOrNull(this.query.modifiedBefore()));
	}

	private static List<String> names(Collection<? extends Enum<?>> constants) {
		return constants.stream().map(Enum::name).toList();
	}

	/** Several of few are told by the others: no index is entered at several places. */
	private static <E extends Enum<E>> void oneOf(Conditions conditions, String column, String name, Class<E> type,
			Set<E> wanted) {
		if (wanted.size() == 1) {
			conditions.equal(column, name, wanted.iterator().next().name());
		}
		else if (!wanted.isEmpty()) {
			conditions.notIn(column, name + "Others", names(EnumSet.complementOf(EnumSet.copyOf(wanted))));
		}
	}

	/** How many match; what is only asked for by a term is counted where terms are. */
	String count() {
		if (!this.filedOnly) {
			return "select count(*)" + from(this.found);
		}
		Conditions filed = new Conditions();
		filed.and("x.term_id in (:terms0)");
		statuses(filed, "x");
		boolean once = this.query.terms().iterator().next().size() == 1;
		return "select count(" + (once ? "*" : "distinct x.product_id") + ") from catalog.product_term x where "
				+ filed.sql();
	}

	/** Of many that contain a text, those of a page are soon read in their order. */
	String page() {
		return "select p.id" + from(this.byWords ? this.found : this.read) + " order by " + leading() + order()
				+ " limit :limit offset :offset";
	}

	private String from(Conditions texts) {
		return " from catalog.product p where " + this.conditions.sql()
				+ ((texts.size() > 0) ? " and " + texts.sql() : "");
	}

	/**
	 * What is the same in all rows does not change the order; named in it, it lets H2
	 * read them sorted from an index that begins with it.
	 */
	private String leading() {
		if (!this.conditions.sql().startsWith(PRODUCTS)) {
			return "";
		}
		boolean newest = this.query.sort() == ProductQuery.Sort.DATE && this.query.descending();
		List<String> same = this.conditions.same();
		return (newest && !same.isEmpty()) ? "p.parent_id, " + same.getFirst() + ", " : "p.parent_id, ";
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
		Map<String, Object> all = new HashMap<>(this.conditions.parameters());
		all.putAll(this.found.parameters());
		all.putAll(this.read.parameters());
		all.put("limit", this.query.limit());
		all.put("offset", this.query.offset());
		return all;
	}

}

package dev.banyan.legacy.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.catalog.Attribute;
import dev.banyan.catalog.Attributes;
import dev.banyan.catalog.ProductQuery;
import dev.banyan.catalog.ProductQuery.Sort;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.inventory.StockStatus;
import dev.banyan.legacy.protocol.RestRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The filters and orders of product lists.
 */
@Component
class ProductFilters {

	private final Attributes attributes;

	ProductFilters(Attributes attributes) {
		this.attributes = attributes;
	}

	ProductQuery.Builder of(RestRequest request) {
		ProductQuery.Builder query = new ProductQuery.Builder();
		query.search = filled(request.string("search"));
		query.searchSku = filled(request.string("search_sku"));
		query.searchNameOrSku = filled(request.string("search_name_or_sku"));
		query.slugs = texts(request.string("slug"));
		query.skus = texts(request.string("sku"));
		query.types = constants(ProductType.class, request, "type", "include_types");
		query.excludedTypes = constants(ProductType.class, request, "exclude_types");
		query.statuses = statuses(request);
		query.excludedStatuses = constants(ProductStatus.class, request, "exclude_status");
		query.featured = request.bool("featured");
		query.terms = terms(request);
		query.shippingClasses = new HashSet<>(request.ids("shipping_class"));
		String taxClass = request.string("tax_class");
		query.taxClass = "standard".equals(taxClass) ? "" : taxClass;
		query.minPrice = request.decimal("min_price");
		query.maxPrice = request.decimal("max_price");
		query.priced = request.bool("has_price");
		query.onSale = request.bool("on_sale");
		query.stock = stock(request);
		query.virtual = request.bool("virtual");
		query.downloadable = request.bool("downloadable");
		query.createdAfter = Dates.parse(request.string("after"));
		query.createdBefore = Dates.parse(request.string("before"));
		query.modifiedAfter = Dates.parse(request.string("modified_after"));
		query.modifiedBefore = Dates.parse(request.string("modified_before"));
		List<Long> include = request.ids("include");
		query.include = include.isEmpty() ? null : include;
		query.exclude = new HashSet<>(request.ids("exclude"));
		query.parents = new HashSet<>(request.ids("parent"));
		query.excludedParents = new HashSet<>(request.ids("parent_exclude"));
		query.sort = sort(request.string("orderby", "date"));
		query.descending = !request.string("order", "desc").equalsIgnoreCase("asc");
		query.offset = request.offset();
		query.limit = request.perPage();
		return query;
	}

	private static @Nullable String filled(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	private static Set<String> texts(@Nullable String list) {
		return (list == null) ? Set.of()
				: Arrays.stream(list.split(","))
					.map(String::strip)
					.filter((text) -> !text.isEmpty())
					.collect(Collectors.toSet());
	}

	private static <E extends Enum<E>> Set<E> constants(Class<E> type, RestRequest request, String... names) {
		Set<E> constants = new HashSet<>();
		for (String name : names) {
			for (Object given : request.list(name)) {
				for (E constant : type.getEnumConstants()) {
					if (Texts.lower(constant).equals(given)) {
						constants.add(constant);
					}
				}
			}
		}
		return constants;
	}

	private static Set<ProductStatus> statuses(RestRequest request) {
		Set<ProductStatus> included = constants(ProductStatus.class, request, "include_status");
		return included.isEmpty() ? constants(ProductStatus.class, request, "status") : included;
	}

	private static @Nullable StockStatus stock(RestRequest request) {
		for (StockStatus status : StockStatus.values()) {
			if (ProductJson.status(status).equals(request.string("stock_status"))) {
				return status;
			}
		}
		return null;
	}

	private List<Set<Long>> terms(RestRequest request) {
		List<Set<Long>> terms = new ArrayList<>();
		for (String name : List.of("category", "tag", "brand")) {
			List<Long> ids = request.ids(name);
			if (!ids.isEmpty()) {
				terms.add(new HashSet<>(ids));
			}
		}
		List<Long> ofAttribute = request.ids("attribute_term");
		String slug = request.string("attribute");
		if (!ofAttribute.isEmpty() && slug != null
				&& this.attributes.all().stream().map(Attribute::slug).anyMatch(slug::equals)) {
			terms.add(new HashSet<>(ofAttribute));
		}
		return terms;
	}

	private static Sort sort(String name) {
		return switch (name) {
			case "id" -> Sort.ID;
			case "include", "post__in" -> Sort.INCLUDE;
			case "title" -> Sort.TITLE;
			case "slug" -> Sort.SLUG;
			case "modified" -> Sort.MODIFIED;
			case "price" -> Sort.PRICE;
			case "popularity", "sales" -> Sort.POPULARITY;
			case "rating" -> Sort.RATING;
			case "menu_order" -> Sort.MENU_ORDER;
			case "random" -> Sort.RANDOM;
			default -> Sort.DATE;
		};
	}

}

package dev.banyan.legacy.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Reviews;
import dev.banyan.customers.Customers;
import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.PostCounts;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.promotions.Coupons;
import dev.banyan.promotions.DiscountType;

import org.springframework.stereotype.Component;

/**
 * Plain counts, asked of the modules that own what is counted, and the list of all
 * reports.
 */
@Component
class TotalsFace implements Face, PostCounts {

	private static final String PATH = "/wc/v3/reports";

	private static final List<OrderStatus> STATUSES = List.of(OrderStatus.PENDING, OrderStatus.PROCESSING,
			OrderStatus.ON_HOLD, OrderStatus.COMPLETED, OrderStatus.CANCELLED, OrderStatus.REFUNDED, OrderStatus.FAILED,
			OrderStatus.CHECKOUT_DRAFT);

	private final Orders orders;

	private final Products products;

	private final Reviews reviews;

	private final Customers customers;

	private final Coupons coupons;

	TotalsFace(Orders orders, Products products, Reviews reviews, Customers customers, Coupons coupons) {
		this.orders = orders;
		this.products = products;
		this.reviews = reviews;
		this.customers = customers;
		this.coupons = coupons;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::reports)
			.on("GET", PATH + "/orders/totals", Action.LIST, (request) -> orders())
			.on("GET", PATH + "/products/totals", Action.LIST, (request) -> products())
			.on("GET", PATH + "/customers/totals", Action.LIST, (request) -> customers())
			.on("GET", PATH + "/coupons/totals", Action.LIST, (request) -> coupons())
			.on("GET", PATH + "/reviews/totals", Action.LIST, (request) -> reviews());
	}

	/** The last three are listed although they cannot be read. */
	private Answer reports(RestRequest request) {
		Map<String, String> descriptions = new LinkedHashMap<>();
		descriptions.put("sales", "List of sales reports.");
		descriptions.put("top_sellers", "List of top sellers products.");
		for (String counted : List.of("orders", "products", "customers", "coupons", "reviews", "categories", "tags",
				"attributes")) {
			descriptions.put(counted + "/totals",
					counted.substring(0, 1).toUpperCase(Locale.ROOT) + counted.substring(1) + " totals.");
		}
		List<Map<String, Object>> items = new ArrayList<>();
		descriptions.forEach((slug, description) -> {
			Map<String, Object> links = new LinkedHashMap<>();
			boolean unreadable = List.of("categories/totals", "tags/totals", "attributes/totals").contains(slug);
			links.put("self",
					unreadable ? request.link(PATH + "/" + slug) : request.links(PATH + "/" + slug, PATH).get("self"));
			links.put("collection", request.link(PATH));
			Map<String, Object> item = new LinkedHashMap<>();
			item.put("slug", slug);
			item.put("description", description);
			item.put("_links", links);
			items.add(item);
		});
		return Answer.ok(items);
	}

	@Override
	public Map<String, Long> byType() {
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("product", sum(this.products.countByType()));
		counts.put("shop_coupon", sum(this.coupons.countByType()));
		counts.put("shop_order_placehold", sum(this.orders.countByStatus()));
		return counts;
	}

	private static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	private Answer orders() {
		Map<OrderStatus, Long> counts = this.orders.countByStatus();
		return Answer.ok(STATUSES.stream()
			.map((status) -> total(status.name().toLowerCase(Locale.ROOT).replace('_', '-'), status.title(),
					counts.getOrDefault(status, 0L)))
			.toList());
	}

	private Answer products() {
		Map<ProductType, Long> counts = this.products.countByType();
		return Answer
			.ok(List.of(total("external", "External/Affiliate product", counts.getOrDefault(ProductType.EXTERNAL, 0L)),
					total("grouped", "Grouped product", counts.getOrDefault(ProductType.GROUPED, 0L)),
					total("simple", "Simple product", counts.getOrDefault(ProductType.SIMPLE, 0L)),
					total("variable", "Variable product", counts.getOrDefault(ProductType.VARIABLE, 0L))));
	}

	private Answer customers() {
		return Answer.ok(List.of(total("paying", "Paying customer", this.customers.count(true)),
				total("non_paying", "Non-paying customer", this.customers.count(false))));
	}

	private Answer coupons() {
		Map<DiscountType, Long> counts = this.coupons.countByType();
		return Answer.ok(List.of(total("percent", "Percentage discount", counts.getOrDefault(DiscountType.PERCENT, 0L)),
				total("fixed_cart", "Fixed cart discount", counts.getOrDefault(DiscountType.FIXED_CART, 0L)),
				total("fixed_product", "Fixed product discount", counts.getOrDefault(DiscountType.FIXED_PRODUCT, 0L))));
	}

	private Answer reviews() {
		Map<Integer, Long> counts = this.reviews.countByRating();
		List<Map<String, Object>> items = new ArrayList<>();
		for (int rating = 1; rating <= 5; rating++) {
			items.add(total("rated_" + rating + "_out_of_5", "Rated " + rating + " out of 5",
					counts.getOrDefault(rating, 0L)));
		}
		return Answer.ok(items);
	}

	private static Map<String, Object> total(String slug, String name, long total) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("slug", slug);
		item.put("name", name);
		item.put("total", total);
		return item;
	}

}

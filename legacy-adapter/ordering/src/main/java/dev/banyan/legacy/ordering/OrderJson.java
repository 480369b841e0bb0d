package dev.banyan.legacy.ordering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.SellableItem;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.ordering.ChargeLine;
import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Orders as the API shows them.
 */
@Component
class OrderJson {

	private static final List<String> BILLING = List.of("first_name", "last_name", "company", "address_1", "address_2",
			"city", "state", "postcode", "country", "email", "phone");

	private static final List<String> SHIPPING = List.of("first_name", "last_name", "company", "address_1", "address_2",
			"city", "state", "postcode", "country", "phone");

	private static final String NO_MONEY = "0.00";

	private final Assortment assortment;

	OrderJson(Assortment assortment) {
		this.assortment = assortment;
	}

	List<Map<String, @Nullable Object>> render(List<Order> orders, RestRequest request) {
		Set<Long> ids = orders.stream()
			.map(Order::lines)
			.flatMap(Collection::stream)
			.map(LineItem::itemId)
			.filter((id) -> id != 0)
			.collect(Collectors.toSet());
		Map<Long, SellableItem> items = ids.isEmpty() ? Map.of() : this.assortment.items(ids);
		return orders.stream().map((order) -> order(order, items, request)).toList();
	}

	Map<String, @Nullable Object> render(Order order, RestRequest request) {
		return render(List.of(order), request).getFirst();
	}

	private static Map<String, @Nullable Object> order(Order order, Map<Long, SellableItem> items,
			RestRequest request) {
		Integer dp = request.integer("dp");
		Money money = new Money((dp != null) ? Math.clamp(dp, 0, 8) : 2);
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", order.id());
		json.put("parent_id", order.parentId());
		json.put("status", slug(order.status()));
		json.put("currency", order.currency());
		json.put("version", "9.9.5");
		json.put("prices_include_tax", false);
		json.put("date_created", Dates.format(order.createdAt()));
		json.put("date_modified", Dates.format(order.modifiedAt()));
		BigDecimal discount = order.lines()
			.stream()
			.map((line) -> line.subtotal().subtract(line.total()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		json.put("discount_total", money.of(discount));
		json.put("discount_tax", money.of(BigDecimal.ZERO));
		json.put("shipping_total", money.of(charged(order, ChargeLine.Kind.SHIPPING)));
		json.put("shipping_tax", money.of(BigDecimal.ZERO));
		json.put("cart_tax", money.of(BigDecimal.ZERO));
		json.put("total", money.of(order.total()));
		json.put("total_tax", money.of(BigDecimal.ZERO));
		json.put("customer_id", order.customerId());
		json.put("order_key", order.orderKey());
		json.put("billing", address(order.billing(), BILLING));
		json.put("shipping", address(order.shipping(), SHIPPING));
		json.put("payment_method", order.paymentMethod());
		json.put("payment_method_title", order.paymentMethodTitle());
		json.put("transaction_id", order.transactionId());
		json.put("customer_ip_address", "");
		json.put("customer_user_agent", "");
		json.put("created_via", order.createdVia());
		json.put("customer_note", order.customerNote());
		json.put("date_completed", Dates.format(order.completedAt()));
		json.put("date_paid", Dates.format(order.paidAt()));
		json.put("cart_hash", "");
		json.put("number", String.valueOf(order.id()));
		json.put("meta_data", meta(order.meta()));
		json.put("line_items", order.lines().stream().map((line) -> line(line, items, money)).toList());
		json.put("tax_lines", List.of());
		json.put("shipping_lines", charges(order, ChargeLine.Kind.SHIPPING, money));
		json.put("fee_lines", charges(order, ChargeLine.Kind.FEE, money));
		json.put("coupon_lines", List.of());
		json.put("refunds", List.of());
		boolean unpaid = order.status() == OrderStatus.PENDING || order.status() == OrderStatus.FAILED;
		json.put("payment_url", request.caller().publicUrl() + "/checkout/order-pay/" + order.id()
				+ "/?pay_for_order=true&key=" + order.orderKey());
		json.put("is_editable", order.status() == OrderStatus.PENDING || order.status() == OrderStatus.ON_HOLD
				|| order.status() == OrderStatus.AUTO_DRAFT);
		json.put("needs_payment", unpaid && order.total().signum() > 0);
		json.put("needs_processing", order.lines().stream().anyMatch(LineItem::shipped));
		json.put("date_created_gmt", Dates.format(order.createdAt()));
		json.put("date_modified_gmt", Dates.format(order.modifiedAt()));
		json.put("date_completed_gmt", Dates.format(order.completedAt()));
		json.put("date_paid_gmt", Dates.format(order.paidAt()));
		json.put("currency_symbol", symbol(order.currency()));
		json.put("_links", links(order, request));
		return json;
	}

	static String slug(OrderStatus status) {
		return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String symbol(String currency) {
		return switch (currency) {
			case "USD" -> "$";
			case "EUR" -> "\u20ac";
			case "GBP" -> "\u00a3";
			default -> currency;
		};
	}

	private static BigDecimal charged(Order order, ChargeLine.Kind kind) {
		return order.charges()
			.stream()
			.filter((charge) -> charge.kind() == kind)
			.map(ChargeLine::total)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static Map<String, @Nullable Object> address(Map<String, String> address, List<String> fields) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		fields.forEach((field) -> json.put(field, address.getOrDefault(field, "")));
		return json;
	}

	private static Map<String, @Nullable Object> line(LineItem line, Map<Long, SellableItem> items, Money money) {
		SellableItem item = items.get(line.itemId());
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", line.id());
		json.put("name", line.name());
		json.put("product_id", line.productId());
		json.put("variation_id", line.variationId());
		json.put("quantity", line.quantity());
		json.put("tax_class", line.taxClass());
		json.put("subtotal", money.of(line.subtotal()));
		json.put("subtotal_tax", NO_MONEY);
		json.put("total", money.of(line.total()));
		json.put("total_tax", NO_MONEY);
		json.put("taxes", List.of());
		json.put("meta_data", lineMeta(line, item));
		json.put("sku", (item != null) ? item.sku() : null);
		json.put("price", unitPrice(line));
		json.put("image", image(line, item));
		json.put("parent_name", (item != null && line.variationId() != 0) ? item.parentName() : null);
		return json;
	}

	private static Number unitPrice(LineItem line) {
		if (line.quantity() == 0) {
			return 0;
		}
		BigDecimal price = line.total()
			.divide(BigDecimal.valueOf(line.quantity()), 14, RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return (price.scale() <= 0) ? price.longValue() : price;
	}

	private static Map<String, @Nullable Object> image(LineItem line, @Nullable SellableItem item) {
		Map<String, @Nullable Object> image = new LinkedHashMap<>();
		boolean none = item == null || item.imageId() == 0;
		image.put("id", none ? ((item != null && line.variationId() == 0) ? "" : (Object) 0) : idText(item));
		image.put("src", none ? "" : Objects.requireNonNull(item).imageUrl());
		return image;
	}

	private static Object idText(@Nullable SellableItem item) {
		return String.valueOf(Objects.requireNonNull(item).imageId());
	}

	private static List<Map<String, @Nullable Object>> lineMeta(LineItem line, @Nullable SellableItem item) {
		List<Map<String, @Nullable Object>> meta = new ArrayList<>();
		for (MetaEntry entry : line.meta()) {
			Map<String, @Nullable Object> json = meta(entry);
			json.put("display_key", entry.name());
			json.put("display_value", entry.content());
			if (item != null) {
				item.options().stream().filter((option) -> option.key().equals(entry.name())).forEach((option) -> {
					json.put("display_key", option.label());
					json.put("display_value",
							option.value().equals(entry.content()) ? option.display() : entry.content());
				});
			}
			meta.add(json);
		}
		if (line.stockTaken() > 0) {
			Map<String, @Nullable Object> json = meta(
					new MetaEntry(line.id(), "_reduced_stock", String.valueOf(line.stockTaken())));
			json.put("display_key", "_reduced_stock");
			json.put("display_value", String.valueOf(line.stockTaken()));
			meta.add(json);
		}
		return meta;
	}

	private static List<Map<String, @Nullable Object>> meta(List<MetaEntry> entries) {
		return entries.stream().map(OrderJson::meta).toList();
	}

	private static Map<String, @Nullable Object> meta(MetaEntry entry) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", entry.id());
		json.put("key", entry.name());
		json.put("value", entry.content());
		return json;
	}

	private static List<Map<String, @Nullable Object>> charges(Order order, ChargeLine.Kind kind, Money money) {
		return order.charges().stream().filter((charge) -> charge.kind() == kind).map((charge) -> {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("id", charge.id());
			if (kind == ChargeLine.Kind.SHIPPING) {
				json.put("method_title", charge.name());
				json.put("method_id", charge.methodId());
				json.put("instance_id", charge.instanceId());
				json.put("total", money.of(charge.total()));
				json.put("total_tax", NO_MONEY);
				json.put("taxes", List.of());
				json.put("tax_status", charge.taxStatus());
			}
			else {
				json.put("name", charge.name());
				json.put("tax_class", charge.taxClass());
				json.put("tax_status", charge.taxStatus());
				json.put("amount", charge.total().stripTrailingZeros().toPlainString());
				json.put("total", money.of(charge.total()));
				json.put("total_tax", NO_MONEY);
				json.put("taxes", List.of());
			}
			json.put("meta_data", meta(charge.meta()));
			return json;
		}).toList();
	}

	private static Map<String, Object> links(Order order, RestRequest request) {
		String self = OrdersFace.COLLECTION + "/" + order.id();
		Map<String, Object> links = request.links(self, OrdersFace.COLLECTION);
		links.put("email_templates",
				List.of(Map.of("embeddable", true, "href", request.url(self + "/actions/email_templates"))));
		if (order.customerId() != 0) {
			links.put("customer", request.link("/wc/v3/customers/" + order.customerId()));
		}
		if (order.parentId() != 0) {
			links.put("up", request.link(OrdersFace.COLLECTION + "/" + order.parentId()));
		}
		return links;
	}

	private record Money(int decimals) {

		String of(BigDecimal amount) {
			return amount.setScale(this.decimals, RoundingMode.HALF_UP).toPlainString();
		}

	}

}

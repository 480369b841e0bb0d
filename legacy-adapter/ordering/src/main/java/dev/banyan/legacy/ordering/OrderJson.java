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
import dev.banyan.ordering.CouponLine;
import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.LineTax;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.OrderTotals;
import dev.banyan.ordering.TaxLine;
import dev.banyan.settings.ReferenceData;
import dev.banyan.settings.Settings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.HtmlUtils;

/**
 * Orders as the API shows them.
 */
@Component
class OrderJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> BILLING = List.of("first_name", "last_name", "company", "address_1", "address_2",
			"city", "state", "postcode", "country", "email", "phone");

	private static final List<String> SHIPPING = List.of("first_name", "last_name", "company", "address_1", "address_2",
			"city", "state", "postcode", "country", "phone");

	private final Assortment assortment;

	private final Settings settings;

	/** Asked for when needed: settings may run elsewhere, and start later. */
	private final SingletonSupplier<Map<String, String>> symbols;

	OrderJson(Assortment assortment, Settings settings, ReferenceData referenceData) {
		this.assortment = assortment;
		this.settings = settings;
		this.symbols = SingletonSupplier.of(() -> referenceData.currencies()
			.stream()
			.collect(Collectors.toMap(ReferenceData.Currency::code,
					(currency) -> HtmlUtils.htmlUnescape(currency.symbol()))));
	}

	List<Map<String, @Nullable Object>> render(List<Order> orders, RestRequest request) {
		Set<Long> ids = orders.stream()
			.map(Order::lines)
			.flatMap(Collection::stream)
			.map(LineItem::itemId)
			.filter((id) -> id != 0)
			.collect(Collectors.toSet());
		Map<Long, SellableItem> items = ids.isEmpty() ? Map.of() : this.assortment.items(ids);
		Money money = new Money(decimals(request));
		return orders.stream().map((order) -> order(order, items, money, request)).toList();
	}

	/** How many decimals amounts are shown with. */
	int decimals(RestRequest request) {
		Integer dp = request.integer("dp");
		return (dp != null) ? Math.clamp(dp, 0, 8) : this.settings.current().decimals();
	}

	Map<String, @Nullable Object> render(Order order, RestRequest request) {
		return render(List.of(order), request).getFirst();
	}

	private Map<String, @Nullable Object> order(Order order, Map<Long, SellableItem> items, Money money,
			RestRequest request) {
		OrderTotals totals = order.totals();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", order.id());
		json.put("parent_id", order.parentId());
		json.put("status", slug(order.status()));
		json.put("currency", order.currency());
		json.put("version", "9.9.5");
		json.put("prices_include_tax", order.pricesIncludeTax());
		json.put("date_created", Dates.format(order.createdAt()));
		json.put("date_modified", Dates.format(order.modifiedAt()));
		json.put("discount_total", money.of(totals.discount()));
		json.put("discount_tax", money.of(totals.discountTax()));
		json.put("shipping_total", money.of(totals.shipping()));
		json.put("shipping_tax", money.of(totals.shippingTax()));
		json.put("cart_tax", money.of(totals.cartTax()));
		json.put("total", money.of(totals.total()));
		json.put("total_tax", money.of(totals.tax()));
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
		json.put("tax_lines", order.taxLines().stream().map((tax) -> taxLine(tax, money)).toList());
		json.put("shipping_lines", charges(order, ChargeLine.Kind.SHIPPING, money));
		json.put("fee_lines", charges(order, ChargeLine.Kind.FEE, money));
		json.put("coupon_lines", order.couponLines().stream().map(OrderJson::couponLine).toList());
		json.put("refunds", order.refunds().stream().map((refund) -> {
			Map<String, @Nullable Object> brief = new LinkedHashMap<>();
			brief.put("id", refund.id());
			brief.put("reason", refund.reason());
			brief.put("total", "-" + money.of(refund.amount()));
			return brief;
		}).toList());
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
		json.put("currency_symbol", this.symbols.obtain().getOrDefault(order.currency(), order.currency()));
		json.put("_links", links(order, request));
		return json;
	}

	static String slug(OrderStatus status) {
		return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Map<String, @Nullable Object> taxLine(TaxLine tax, Money money) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", tax.id());
		json.put("rate_code", tax.rateCode());
		json.put("rate_id", tax.rateId());
		json.put("label", tax.label());
		json.put("compound", tax.compound());
		json.put("tax_total", money.of(tax.goods()));
		json.put("shipping_tax_total", money.of(tax.shipping()));
		json.put("rate_percent", number(tax.percent()));
		json.put("meta_data", List.of());
		return json;
	}

	private static Map<String, @Nullable Object> couponLine(CouponLine coupon) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", coupon.id());
		json.put("code", coupon.code());
		json.put("discount", plain(coupon.discount()));
		json.put("discount_tax", plain(coupon.discountTax()));
		json.put("meta_data", List.of(couponInfo(coupon)));
		json.put("discount_type", coupon.discountType());
		json.put("nominal_amount", number(coupon.amount()));
		json.put("free_shipping", coupon.freeShipping());
		return json;
	}

	/** The coupon in brief: id, code, type unless it is the default one, amount. */
	private static Map<String, @Nullable Object> couponInfo(CouponLine coupon) {
		List<@Nullable Object> brief = new ArrayList<>();
		brief.add(coupon.couponId());
		brief.add(coupon.code());
		brief.add(coupon.discountType().equals("fixed_cart") ? null : coupon.discountType());
		brief.add(number(coupon.amount()));
		if (coupon.freeShipping()) {
			brief.add(true);
		}
		String text = JSON.writeValueAsString(brief);
		return shown(coupon.metaId(), "coupon_info", text);
	}

	static List<Map<String, @Nullable Object>> taxes(List<LineTax> taxes) {
		return taxes.stream().map((tax) -> {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("id", tax.rateId());
			json.put("total", plain(tax.total()));
			json.put("subtotal", (tax.subtotal() != null) ? plain(tax.subtotal()) : "");
			return json;
		}).toList();
	}

	private static String plain(BigDecimal amount) {
		return amount.stripTrailingZeros().toPlainString();
	}

	private static Number number(BigDecimal amount) {
		BigDecimal stripped = amount.stripTrailingZeros();
		return (stripped.scale() <= 0) ? stripped.longValue() : stripped;
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
		json.put("subtotal_tax", money.of(line.subtotalTax()));
		json.put("total", money.of(line.total()));
		json.put("total_tax", money.of(line.totalTax()));
		json.put("taxes", taxes(line.taxes()));
		json.put("meta_data", lineMeta(line, item));
		json.put("sku", (item != null) ? item.sku() : null);
		json.put("price", unitPrice(line.total(), line.quantity()));
		json.put("image", image(line.variationId() != 0, item));
		json.put("parent_name", (item != null && line.variationId() != 0) ? item.parentName() : null);
		return json;
	}

	static Number unitPrice(BigDecimal total, int quantity) {
		if (quantity == 0) {
			return 0;
		}
		return number(total.divide(BigDecimal.valueOf(quantity), 14, RoundingMode.HALF_UP));
	}

	static Map<String, @Nullable Object> image(boolean variation, @Nullable SellableItem item) {
		Map<String, @Nullable Object> image = new LinkedHashMap<>();
		boolean none = item == null || item.imageId() == 0;
		image.put("id", none ? ((item != null && !variation) ? "" : (Object) 0) : idText(item));
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
			meta.add(shown(line.id(), "_reduced_stock", String.valueOf(line.stockTaken())));
		}
		if (line.restocked() > 0) {
			meta.add(shown(line.id(), "_restock_refunded_items", String.valueOf(line.restocked())));
		}
		return meta;
	}

	static Map<String, @Nullable Object> shown(long id, String name, String content) {
		Map<String, @Nullable Object> json = meta(new MetaEntry(id, name, content));
		json.put("display_key", name);
		json.put("display_value", content);
		return json;
	}

	static List<Map<String, @Nullable Object>> meta(List<MetaEntry> entries) {
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
				json.put("total_tax", money.of(charge.totalTax()));
				json.put("taxes", taxes(charge.taxes()));
				json.put("tax_status", charge.taxStatus());
			}
			else {
				json.put("name", charge.name());
				json.put("tax_class", charge.taxClass());
				json.put("tax_status", charge.taxStatus());
				json.put("amount", "");
				json.put("total", money.of(charge.total()));
				json.put("total_tax", money.of(charge.totalTax()));
				json.put("taxes", taxes(charge.taxes()));
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

	record Money(int decimals) {

		String of(BigDecimal amount) {
			return amount.setScale(this.decimals, RoundingMode.HALF_UP).toPlainString();
		}

	}

}

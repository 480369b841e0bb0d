package dev.banyan.legacy.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.ordering.ChargeDraft;
import dev.banyan.ordering.ChargeLine;
import dev.banyan.ordering.LineDraft;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders and queries from the API's parameters.
 */
final class OrderParameters {

	private OrderParameters() {
	}

	static OrderDraft draft(RestRequest request, boolean creating) {
		String currency = request.string("currency");
		return new OrderDraft(status(request.string("status")),
				(currency != null && currency.matches("[A-Z]{3}")) ? currency : null, request.longValue("parent_id"),
				request.longValue("customer_id"), request.string("customer_note"),
				creating ? request.string("created_via", "rest-api") : null, address(request.object("billing")),
				address(request.object("shipping")), request.string("payment_method"),
				request.string("payment_method_title"), request.string("transaction_id"), request.isTrue("set_paid"),
				request.objects("line_items").stream().map((line) -> line(line, creating)).toList(),
				Stream
					.concat(request.objects("shipping_lines").stream().map((line) -> shipping(line, creating)),
							request.objects("fee_lines").stream().map((line) -> fee(line, creating)))
					.toList(),
				coupons(request), meta(request.get("meta_data")));
	}

	private static @Nullable List<String> coupons(RestRequest request) {
		if (request.get("coupon_lines") == null) {
			return null;
		}
		return request.objects("coupon_lines").stream().map((line) -> {
			Long id = Values.integer(line.get("id"));
			if (id != null && id != 0) {
				throw new RestError(400, "woocommerce_rest_coupon_item_id_readonly", "Coupon item ID is readonly.");
			}
			String code = Values.string(line.get("code"));
			if (code == null || code.isBlank()) {
				throw new RestError(400, "woocommerce_rest_invalid_coupon", "Coupon code is required.");
			}
			return code.strip();
		}).toList();
	}

	static @Nullable OrderStatus status(@Nullable String slug) {
		if (slug == null || slug.isEmpty()) {
			return null;
		}
		try {
			return OrderStatus.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static Map<String, String> address(Map<String, @Nullable Object> given) {
		Map<String, String> address = new HashMap<>();
		given.forEach((field, value) -> {
			String text = Values.string(value);
			if (text != null) {
				address.put(field, text);
			}
		});
		return address;
	}

	private static @Nullable Long id(Map<String, @Nullable Object> line, boolean creating) {
		Long id = Values.integer(line.get("id"));
		return (creating || id == null || id == 0) ? null : id;
	}

	private static boolean cleared(Map<String, @Nullable Object> line, String name) {
		return line.containsKey(name) && line.get(name) == null;
	}

	private static LineDraft line(Map<String, @Nullable Object> line, boolean creating) {
		Long id = id(line, creating);
		Long quantity = Values.integer(line.get("quantity"));
		boolean remove = id != null && (cleared(line, "product_id") || (quantity != null && quantity == 0));
		Long product = Values.integer(line.get("product_id"));
		Long variation = Values.integer(line.get("variation_id"));
		String sku = Values.string(line.get("sku"));
		if (id == null && (product == null || product == 0) && (variation == null || variation == 0)
				&& (sku == null || sku.isEmpty())) {
			throw new RestError(400, "woocommerce_rest_required_product_reference", "Product ID or SKU is required.");
		}
		return new LineDraft(id, remove, product, variation, sku, Values.string(line.get("name")),
				(quantity != null) ? (int) Math.clamp(quantity, -1_000_000, 1_000_000) : null,
				Values.string(line.get("tax_class")), amount(line.get("subtotal")), amount(line.get("total")),
				meta(line.get("meta_data")));
	}

	private static ChargeDraft shipping(Map<String, @Nullable Object> line, boolean creating) {
		Long id = id(line, creating);
		String method = Values.string(line.get("method_id"));
		boolean remove = id != null && cleared(line, "method_id");
		if (id == null && (method == null || method.isEmpty())) {
			throw new RestError(400, "woocommerce_rest_invalid_shipping_item", "Shipping method ID is required.");
		}
		return new ChargeDraft(ChargeLine.Kind.SHIPPING, id, remove, Values.string(line.get("method_title")), method,
				Values.string(line.get("instance_id")), null, null, amount(line.get("total")),
				meta(line.get("meta_data")));
	}

	private static ChargeDraft fee(Map<String, @Nullable Object> line, boolean creating) {
		Long id = id(line, creating);
		String name = Values.string(line.get("name"));
		boolean remove = id != null && cleared(line, "name");
		if (id == null && (name == null || name.isEmpty())) {
			throw new RestError(400, "woocommerce_rest_invalid_fee_item", "Fee name is required.");
		}
		return new ChargeDraft(ChargeLine.Kind.FEE, id, remove, name, null, null, Values.string(line.get("tax_class")),
				Values.string(line.get("tax_status")), amount(line.get("total")), meta(line.get("meta_data")));
	}

	static @Nullable BigDecimal amount(@Nullable Object given) {
		BigDecimal amount = Values.decimal(given);
		if (amount != null && amount.precision() - amount.scale() > 15) {
			throw new RestError(400, "woocommerce_rest_invalid_amount", "The amount is too large.");
		}
		return amount;
	}

	static List<MetaEntry> meta(@Nullable Object given) {
		return Values.list(given)
			.stream()
			.filter((entry) -> entry instanceof Map<?, ?>)
			.map(Values::object)
			.map((entry) -> {
				Long id = Values.integer(entry.get("id"));
				String name = Values.string(entry.get("key"));
				return new MetaEntry((id != null) ? id : 0, (name != null) ? name : "", entry.get("value"));
			})
			.toList();
	}

	static OrderQuery query(RestRequest request) {
		OrderQuery.Sort sort = switch (request.string("orderby", "date")) {
			case "id" -> OrderQuery.Sort.ID;
			case "include" -> OrderQuery.Sort.INCLUDE;
			case "modified" -> OrderQuery.Sort.MODIFIED;
			default -> OrderQuery.Sort.CREATED;
		};
		return new OrderQuery(statuses(request), request.isSet("customer") ? request.longValue("customer") : null,
				request.isSet("product") ? request.longValue("product") : null, request.ids("parent"),
				request.ids("parent_exclude"), request.ids("include"), request.ids("exclude"), request.string("search"),
				date(request, "after"), date(request, "before"), date(request, "modified_after"),
				date(request, "modified_before"), sort, !"asc".equals(request.string("order")), request.offset(),
				request.perPage());
	}

	private static @Nullable Instant date(RestRequest request, String name) {
		return Dates.parse(request.string(name));
	}

	private static Set<OrderStatus> statuses(RestRequest request) {
		Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
		for (Object slug : request.list("status")) {
			OrderStatus status = status(Values.string(slug));
			if ("any".equals(slug)) {
				return Set.of();
			}
			if (status != null) {
				statuses.add(status);
			}
		}
		return statuses;
	}

}

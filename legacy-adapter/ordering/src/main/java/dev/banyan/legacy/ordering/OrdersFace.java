package dev.banyan.legacy.ordering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.ordering.CouponNotApplicable;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderPage;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.UnknownCustomer;
import dev.banyan.ordering.UnknownLine;
import dev.banyan.settings.Settings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code /wc/v3/orders}.
 */
@Component
class OrdersFace implements Face {

	static final String COLLECTION = "/wc/v3/orders";

	private static final List<String> STATUSES = List.of("pending", "Pending payment", "processing", "Processing",
			"on-hold", "On hold", "completed", "Completed", "cancelled", "Cancelled", "refunded", "Refunded", "failed",
			"Failed", "checkout-draft", "Draft");

	private final Orders orders;

	private final Settings settings;

	private final OrderJson json;

	OrdersFace(Orders orders, Settings settings, OrderJson json) {
		this.orders = orders;
		this.settings = settings;
		this.json = json;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(COLLECTION)
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.update(this::update)
			.delete(this::delete)
			.batch();
		for (String pattern : List.of(COLLECTION, COLLECTION + "/(?P<id>[\\d]+)")) {
			routes.standard(pattern, "currency", () -> this.settings.current().currency());
		}
		routes.on("GET", COLLECTION + "/statuses", Action.PUBLIC, OrdersFace::statuses);
	}

	private Answer list(RestRequest request) {
		OrderPage page = this.orders.list(OrderParameters.query(request));
		Map<String, Object> meant = new LinkedHashMap<>();
		meant.put("status", request.list("status"));
		if (!page.orders().isEmpty()) {
			meant.put("dp", this.json.decimals(request));
			meant.put("context", request.string("context", "view"));
		}
		return Answer.page(this.json.render(page.orders(), request), page.total()).linking(meant);
	}

	private Answer create(RestRequest request) {
		if (!Long.valueOf(0).equals(java.util.Objects.requireNonNullElse(request.longValue("id"), 0L))) {
			throw new RestError(400, "woocommerce_rest_shop_order_exists", "Cannot create existing shop_order.");
		}
		Order order = checked(() -> this.orders.enter(OrderParameters.draft(request, true)));
		return Answer.created(this.json.render(order, request), COLLECTION + "/" + order.id());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(this.json.render(existing(request, 404), request));
	}

	private Answer update(RestRequest request) {
		Order order = existing(request, 400);
		Order changed = checked(() -> this.orders.change(order.id(), OrderParameters.draft(request, false)));
		return Answer.ok(this.json.render(changed, request));
	}

	private static Order checked(Supplier<Order> call) {
		try {
			return call.get();
		}
		catch (UnknownLine ex) {
			throw new RestError(400, "woocommerce_rest_invalid_item_id",
					"Order item ID provided is not associated with order.");
		}
		catch (UnknownCustomer ex) {
			throw new RestError(400, "woocommerce_rest_invalid_customer_id", "Customer ID is invalid.");
		}
		catch (CouponNotApplicable ex) {
			throw new RestError(400, "woocommerce_rest_invalid_coupon", String.valueOf(ex.getMessage()));
		}
	}

	private Answer delete(RestRequest request) {
		Order order = existing(request, 404);
		Map<String, @Nullable Object> before = this.json.render(order, request);
		if (request.isTrue("force")) {
			this.orders.delete(order.id());
		}
		else if (order.status() == OrderStatus.TRASH) {
			throw new RestError(410, "woocommerce_rest_already_trashed", "The shop_order has already been deleted.");
		}
		else {
			this.orders.change(order.id(), OrderDraft.of(OrderStatus.TRASH));
		}
		return Answer.ok(before);
	}

	private Order existing(RestRequest request, int status) {
		Long id = request.longValue("id");
		return java.util.Optional.ofNullable(id)
			.flatMap(this.orders::find)
			.orElseThrow(() -> new RestError(status, "woocommerce_rest_shop_order_invalid_id", "Invalid ID."));
	}

	private static Answer statuses(RestRequest request) {
		return Answer.ok(Stream.iterate(0, (i) -> i < STATUSES.size(), (i) -> i + 2)
			.map((i) -> Map.of("slug", STATUSES.get(i), "name", STATUSES.get(i + 1)))
			.toList());
	}

}

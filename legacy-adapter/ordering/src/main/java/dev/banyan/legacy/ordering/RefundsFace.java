package dev.banyan.legacy.ordering;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.Refund;
import dev.banyan.ordering.RefundPage;
import dev.banyan.ordering.RefundRefused;
import dev.banyan.ordering.Refunds;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code /wc/v3/orders/{id}/refunds} and {@code /wc/v3/refunds}.
 */
@Component
class RefundsFace implements Face {

	private final Orders orders;

	private final Refunds refunds;

	private final RefundJson json;

	RefundsFace(Orders orders, Refunds refunds, RefundJson json) {
		this.orders = orders;
		this.refunds = refunds;
		this.json = json;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(OrdersFace.COLLECTION + "/(?P<order_id>[\\d]+)/refunds")
			.list((request) -> page(request, List.of(orderId(request)), false))
			.create(this::create)
			.get((request) -> Answer.ok(this.json.render(existing(request), request)))
			.delete(this::delete);
		routes.on("GET", "/wc/v3/refunds", Action.LIST, (request) -> page(request, request.ids("parent"), true));
	}

	private Answer page(RestRequest request, List<Long> orderIds, boolean withOrder) {
		RefundPage page = this.refunds.list(RefundParameters.query(request, orderIds));
		return Answer.page(this.json.render(page.refunds(), withOrder, request), page.total());
	}

	private Answer create(RestRequest request) {
		long orderId = orderId(request);
		if (this.orders.find(orderId).isEmpty()) {
			throw RestError.withBareStatus(500, "woocommerce_rest_invalid_order_id", "Invalid order ID.", 404);
		}
		try {
			Refund refund = this.refunds.make(RefundParameters.draft(request, orderId));
			return Answer.created(this.json.render(refund, request),
					OrdersFace.COLLECTION + "/" + orderId + "/refunds/" + refund.id());
		}
		catch (RefundRefused ex) {
			throw RestError.withBareStatus(500, "woocommerce_rest_cannot_create_order_refund",
					String.valueOf(ex.getMessage()));
		}
	}

	private Answer delete(RestRequest request) {
		Refund refund = existing(request);
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported",
					"The shop_order_refund does not support trashing.");
		}
		Map<String, @Nullable Object> before = this.json.render(refund, request);
		this.refunds.remove(refund.id());
		return Answer.ok(before);
	}

	private Refund existing(RestRequest request) {
		Refund refund = this.refunds.find(Objects.requireNonNullElse(request.longValue("id"), 0L))
			.orElseThrow(() -> new RestError(404, "woocommerce_rest_shop_order_refund_invalid_id", "Invalid ID."));
		if (refund.orderId() != orderId(request)) {
			throw RestError.withBareStatus(404, "woocommerce_rest_invalid_order_refund_id", "Invalid order refund ID.");
		}
		return refund;
	}

	private static long orderId(RestRequest request) {
		return Objects.requireNonNullElse(request.longValue("order_id"), 0L);
	}

}

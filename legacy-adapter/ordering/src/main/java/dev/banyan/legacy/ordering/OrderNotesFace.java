package dev.banyan.legacy.ordering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderNote;
import dev.banyan.ordering.OrderNotes;
import dev.banyan.ordering.Orders;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code /wc/v3/orders/{id}/notes}.
 */
@Component
class OrderNotesFace implements Face {

	private static final List<String> ALLOWED = List.of("GET", "DELETE");

	private final Orders orders;

	private final OrderNotes notes;

	private final ShopOwner owner;

	OrderNotesFace(Orders orders, OrderNotes notes, ShopOwner owner) {
		this.orders = orders;
		this.notes = notes;
		this.owner = owner;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(OrdersFace.COLLECTION + "/(?P<order_id>[\\d]+)/notes")
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.delete(this::delete);
	}

	private Answer list(RestRequest request) {
		Boolean forCustomer = switch (request.string("type", "any")) {
			case "customer" -> true;
			case "internal" -> false;
			default -> null;
		};
		return Answer.ok(this.notes.ofOrder(order(request).id(), forCustomer)
			.stream()
			.map((note) -> body(note, request))
			.toList());
	}

	private Answer create(RestRequest request) {
		String author = request.isTrue("added_by_user") ? this.owner.name() : "";
		OrderNote note = this.notes.write(order(request).id(), author, request.string("note", ""),
				request.isTrue("customer_note"));
		return Answer.created(body(note, request), collection(note.orderId()) + "/" + note.id());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(body(existing(request), request));
	}

	private Answer delete(RestRequest request) {
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
		}
		OrderNote note = existing(request);
		this.notes.remove(note.orderId(), note.id());
		return Answer.ok(body(note, request));
	}

	private OrderNote existing(RestRequest request) {
		return this.notes.find(order(request).id(), Objects.requireNonNullElse(request.longValue("id"), 0L))
			.orElseThrow(() -> new RestError(404, "woocommerce_rest_invalid_id", "Invalid resource ID."));
	}

	private Order order(RestRequest request) {
		return this.orders.find(Objects.requireNonNullElse(request.longValue("order_id"), 0L))
			.orElseThrow(() -> new RestError(404, "woocommerce_rest_shop_order_invalid_id", "Invalid order ID."));
	}

	private static String collection(long orderId) {
		return OrdersFace.COLLECTION + "/" + orderId + "/notes";
	}

	private static Map<String, @Nullable Object> body(OrderNote note, RestRequest request) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("id", note.id());
		body.put("author", note.author().isEmpty() ? "WooCommerce" : note.author());
		body.put("date_created", Dates.format(note.createdAt()));
		body.put("date_created_gmt", Dates.format(note.createdAt()));
		body.put("note", note.text());
		body.put("customer_note", note.forCustomer());
		String collection = collection(note.orderId());
		Map<String, Object> links = request.links(collection + "/" + note.id(), collection, ALLOWED);
		links.put("up", request.link(OrdersFace.COLLECTION + "/" + note.orderId()));
		body.put("_links", links);
		return body;
	}

}

package dev.banyan.reporting;

import java.util.List;
import java.util.Set;

import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reporting needs of others.
 */
class PactTests {

	/** Stands for a number that the provider chooses. */
	private static final long CHOSEN = 4711;

	private static final String ORDER = """
			{"id": 4711, "status": "PROCESSING", "createdAt": "2026-11-20T10:00:00.123456Z", "version": 1,
				"lines": [], "refunds": [],
				"totals": {"discount": 0, "discountTax": 0, "shipping": 0, "shippingTax": 0, "cartTax": 0, "total": 0}}""";

	@Test
	void ordering() {
		ConsumerPact.between("reporting", "ordering")
			.on("a look at an order")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.exactly("status")
			.asks(Orders.class, (orders) -> orders.find(CHOSEN), ORDER, (found) -> {
				assertThat(found.orElseThrow().status()).isEqualTo(OrderStatus.PROCESSING);
				assertThat(found.orElseThrow().createdAt()).isEqualTo("2026-11-20T10:00:00.123456Z");
				assertThat(found.orElseThrow().totals().tax()).isZero();
				assertThat(found.orElseThrow().lines()).isEmpty();
			})
			.on("a list of orders")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.exactly("status")
			.asks(Orders.class, (orders) -> orders.list(only(CHOSEN)), "{\"orders\": [" + ORDER + "]}",
					(page) -> assertThat(page.orders()).singleElement()
						.satisfies((order) -> assertThat(order.id()).isEqualTo(CHOSEN)))
			.on("an order was placed")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.hears(OrderPlaced.class, """
					{"eventId": "0b4e2c1e-6f0a-4a53-9d55-3c8f5a0f7c11", "occurredAt": "2026-11-20T10:00:00.123456Z",
						"orderId": 4711}""", (event) -> assertThat(event.orderId()).isEqualTo(CHOSEN))
			.on("an order was changed")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.given("it is completed", Orders.class,
					(orders) -> orders.change(CHOSEN, OrderDraft.of(OrderStatus.COMPLETED)))
			.hears(OrderChanged.class, """
					{"eventId": "0b4e2c1e-6f0a-4a53-9d55-3c8f5a0f7c11", "occurredAt": "2026-11-20T10:00:00.123456Z",
						"orderId": 4711}""", (event) -> assertThat(event.orderId()).isEqualTo(CHOSEN))
			.on("an order was removed")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.given("it is deleted", Orders.class, (orders) -> orders.delete(CHOSEN))
			.hears(OrderRemoved.class, """
					{"eventId": "0b4e2c1e-6f0a-4a53-9d55-3c8f5a0f7c11", "occurredAt": "2026-11-20T10:00:00.123456Z",
						"orderId": 4711}""", (event) -> assertThat(event.orderId()).isEqualTo(CHOSEN))
			.write();
	}

	private static OrderQuery only(long id) {
		return new OrderQuery(Set.of(), null, null, List.of(), List.of(), List.of(id), List.of(), null, null, null,
				null, null, OrderQuery.Sort.ID, false, 0, 10);
	}

}

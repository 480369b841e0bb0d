package dev.banyan.shop;

import dev.banyan.shop.Shop.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One request that runs a saga, for goods and a coupon that nobody else uses, and what
 * has to hold after it, however far it came.
 */
final class Errand {

	/** The sagas. */
	enum Saga {

		/** A customer places an order. */
		PLACE,
		/** The back office enters a paid order. */
		ENTER,
		/** A placed order is cancelled, with its money. */
		CANCEL,
		/** A placed order is refunded, with its goods and money. */
		REFUND

	}

	private static final int IN_STOCK = 10;

	private final Shop shop;

	private final Saga saga;

	private final String name;

	private final Stock stock;

	private final long coupon;

	private long order;

	private long line;

	private Reply reply;

	Errand(Shop shop, Saga saga, String name) {
		this.shop = shop;
		this.saga = saga;
		this.name = name;
		this.stock = Stock.of(shop, name, IN_STOCK);
		this.coupon = created(shop.post("/wp-json/wc/v3/coupons", """
				{"code": "%s", "discount_type": "fixed_cart", "amount": "1"}""".formatted(name.toLowerCase())));
		if (saga == Saga.CANCEL || saga == Saga.REFUND) {
			this.order = created(place(""));
			this.line = shop.get("/wp-json/wc/v3/orders/" + this.order).body().at("/line_items/0/id").asLong();
		}
	}

	private static long created(Reply reply) {
		assertThat(reply.status()).as("%s", reply.body()).isEqualTo(201);
		return reply.body().get("id").asLong();
	}

	String name() {
		return this.name;
	}

	/** Makes the request, to stand still at a step, or to write the steps down with 0. */
	void run(int step) {
		this.reply = request("?halt=" + this.name + "." + step);
	}

	private Reply request(String query) {
		return switch (this.saga) {
			case PLACE -> place(query);
			case ENTER -> this.shop.post("/wp-json/wc/v3/orders" + query, """
					{"set_paid": true, "line_items": [{"product_id": %d, "quantity": 1}],
					"coupon_lines": [{"code": "%s"}]}""".formatted(this.stock.product(), this.name.toLowerCase()));
			case CANCEL -> this.shop.post("/api/v1/orders/" + this.order + "/cancellation" + query, "{}");
			case REFUND -> this.shop.post("/wp-json/wc/v3/orders/" + this.order + "/refunds" + query, """
					{"amount": "4", "line_items": [{"id": %d, "quantity": 1, "refund_total": 4}]}"""
				.formatted(this.line));
		};
	}

	private Reply place(String query) {
		return this.shop.place(this.name, """
				{"lines": [{"item": %d, "quantity": 1}], "coupons": ["%s"],
				"payment": {"gateway": "banyan_test", "token": "ok"}}""".formatted(this.stock.product(),
				this.name.toLowerCase()), query);
	}

	/** Complete or fully undone; complete if it was said to be. */
	void check(Ledger ledger) {
		Reply orders = this.shop.get("/wp-json/wc/v3/orders?product=" + this.stock.product());
		assertThat(orders.status()).as(this.name).isEqualTo(200);
		int count = orders.body().size();
		assertThat(count).as(this.name + ": orders").isLessThanOrEqualTo(1);
		String status = (count == 1) ? orders.body().at("/0/status").asString() : "";
		int refunds = (count == 1) ? orders.body().at("/0/refunds").size() : 0;
		int live = status.equals("processing") ? 1 : 0;
		boolean acknowledged = this.reply.status() / 100 == 2;
		switch (this.saga) {
			case PLACE, ENTER -> {
				assertThat(status).as(this.name).isIn("processing", "");
				assertThat(live).as(this.name + ": acknowledged").isGreaterThanOrEqualTo(acknowledged ? 1 : 0);
			}
			case CANCEL -> assertThat(status).as(this.name)
				.isIn(acknowledged ? new Object[] { "cancelled" } : new Object[] { "processing", "cancelled" });
			case REFUND -> {
				assertThat(status).as(this.name).isEqualTo("processing");
				assertThat(refunds).as(this.name + ": refunds").isBetween(acknowledged ? 1 : 0, 1);
				assertThat(ledger.refunds(orders.body().at("/0/refunds/0/id").asLong())).as(this.name + ": paid back")
					.isEqualTo(refunds);
			}
		}
		assertThat(this.stock.left()).as(this.name + ": stock").isEqualTo(IN_STOCK - live + refunds);
		assertThat(this.stock.reserved()).as(this.name + ": reserved").isZero();
		assertThat(this.shop.get("/wp-json/wc/v3/products/" + this.stock.product()).body().get("total_sales").asInt())
			.as(this.name + ": sales")
			.isEqualTo(live);
		assertThat(this.shop.get("/wp-json/wc/v3/coupons/" + this.coupon).body().get("usage_count").asInt())
			.as(this.name + ": uses of the coupon")
			.isEqualTo(live);
		if (this.saga != Saga.ENTER && count == 1) {
			assertThat(ledger.payment(orders.body().at("/0/id").asLong())).as(this.name + ": payment")
				.isEqualTo((live == 1) ? "CAPTURED" : "VOIDED");
		}
	}

	/** The client repeats what it got no answer to, where it may. */
	void repeat() {
		boolean safe = this.saga == Saga.PLACE || this.saga == Saga.CANCEL;
		if (safe && this.reply.status() / 100 != 2) {
			this.reply = request("");
			assertThat(this.reply.status() / 100).as("%s, repeated: %s", this.name, this.reply).isEqualTo(2);
		}
	}

}

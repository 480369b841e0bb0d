package dev.banyan.ordering.web;

import java.util.List;
import java.util.Map;

import dev.banyan.ordering.PlaceOrder;
import org.jspecify.annotations.Nullable;

/**
 * An order to place.
 *
 * @param lines what is bought, 1 to 100 lines
 * @param customer the customer; none for a guest
 * @param billing the billing address by field
 * @param shipping the shipping address by field
 * @param coupons codes of coupons
 * @param payment how it is paid
 * @param note what the customer writes
 */
record PlaceOrderBody(@Nullable List<@Nullable Line> lines, @Nullable Long customer,
		@Nullable Map<String, @Nullable String> billing, @Nullable Map<String, @Nullable String> shipping,
		@Nullable List<@Nullable String> coupons, @Nullable PaymentBody payment, @Nullable String note) {

	private static final int MOST_LINES = 100;

	private static final int MOST_PIECES = 1_000_000;

	/**
	 * A line.
	 *
	 * @param item the product or variation
	 * @param quantity how many, 1 to 1,000,000
	 */
	record Line(@Nullable Long item, @Nullable Integer quantity) {
	}

	/**
	 * How an order is paid.
	 *
	 * @param gateway the payment gateway's id
	 * @param token what the provider gave the customer to pay with
	 */
	record PaymentBody(@Nullable String gateway, @Nullable String token) {

		@Override
		public String toString() {
			return "PaymentBody[" + this.gateway + "]";
		}

	}

	/** Refuses what is missing or out of range, with the field named. */
	PlaceOrder toCommand(String key) {
		if (this.lines == null || this.lines.isEmpty() || this.lines.size() > MOST_LINES) {
			throw new InvalidField("lines", "has 1 to " + MOST_LINES + " entries");
		}
		if (this.payment == null || this.payment.gateway() == null || this.payment.gateway().isEmpty()) {
			throw new InvalidField("payment.gateway", "is needed");
		}
		String token = this.payment.token();
		return new PlaceOrder(key, this.lines.stream().map(PlaceOrderBody::line).toList(),
				(this.customer != null) ? this.customer : 0, texts("billing", this.billing),
				texts("shipping", this.shipping),
				(this.coupons != null) ? this.coupons.stream().map(PlaceOrderBody::code).toList() : List.of(),
				this.payment.gateway(), (token != null) ? token : "", (this.note != null) ? this.note : "");
	}

	private static PlaceOrder.Line line(@Nullable Line line) {
		if (line == null || line.item() == null || line.item() < 1) {
			throw new InvalidField("lines.item", "is needed");
		}
		if (line.quantity() == null || line.quantity() < 1 || line.quantity() > MOST_PIECES) {
			throw new InvalidField("lines.quantity", "is 1 to " + MOST_PIECES);
		}
		return new PlaceOrder.Line(line.item(), line.quantity());
	}

	private static String code(@Nullable String code) {
		if (code == null || code.isBlank()) {
			throw new InvalidField("coupons", "has codes only");
		}
		return code.strip();
	}

	private static Map<String, String> texts(String field, @Nullable Map<String, @Nullable String> given) {
		Map<String, String> texts = new java.util.TreeMap<>();
		if (given != null) {
			given.forEach((name, text) -> {
				if (text == null) {
					throw new InvalidField(field + "." + name, "is a text");
				}
				texts.put(name, text);
			});
		}
		return texts;
	}

}

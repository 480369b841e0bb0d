package dev.banyan.ordering.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.banyan.ordering.CouponLine;
import dev.banyan.ordering.Order;
import org.jspecify.annotations.Nullable;

/**
 * An order as the native API shows it. Amounts are decimal numbers as text, in its
 * currency.
 *
 * @param id the order
 * @param status for example {@code processing}
 * @param currency ISO 4217
 * @param customer the customer; 0 for a guest
 * @param createdAt when it was placed
 * @param paidAt when it was paid; null if it was not
 * @param lines what was bought
 * @param coupons the codes of the coupons that it uses
 * @param discount what they take off
 * @param tax all taxes
 * @param total what is to be paid, taxes included
 * @param gateway the payment gateway's id
 * @param transactionId the provider's id of the payment; empty if it has none
 */
record OrderBody(long id, String status, String currency, long customer, Instant createdAt, @Nullable Instant paidAt,
		List<Line> lines, List<String> coupons, String discount, String tax, String total, String gateway,
		String transactionId) {

	/**
	 * A line.
	 *
	 * @param item the product or variation
	 * @param name what it is called
	 * @param quantity how many
	 * @param total what all cost after discounts, without taxes
	 * @param tax the taxes on that
	 */
	record Line(long item, String name, int quantity, String total, String tax) {
	}

	static OrderBody of(Order order) {
		return new OrderBody(order.id(), order.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				order.currency(), order.customerId(), order.createdAt(), order.paidAt(),
				order.lines()
					.stream()
					.map((line) -> new Line(line.itemId(), line.name(), line.quantity(), money(line.total()),
							money(line.totalTax())))
					.toList(),
				order.couponLines().stream().map(CouponLine::code).toList(), money(order.totals().discount()),
				money(order.totals().tax()), money(order.total()), order.paymentMethod(), order.transactionId());
	}

	private static String money(BigDecimal amount) {
		BigDecimal stripped = amount.stripTrailingZeros();
		return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
	}

}

package dev.banyan.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An order. Amounts are in {@link #currency}.
 *
 * @param id its id and number
 * @param parentId the order that it belongs to; 0 for none
 * @param status where it stands
 * @param currency ISO 4217
 * @param customerId the customer; 0 for a guest
 * @param customerNote what the customer wrote
 * @param createdVia through which entrance it came
 * @param orderKey the secret with which a guest may see it
 * @param billing the billing address by field
 * @param shipping the shipping address by field
 * @param paymentMethod the payment gateway's id
 * @param paymentMethodTitle what it was called
 * @param transactionId the gateway's id of the payment
 * @param createdAt when it was entered
 * @param modifiedAt when it was last changed
 * @param paidAt when it was paid
 * @param completedAt when it was completed
 * @param lines what was sold
 * @param charges what was charged beside
 * @param pricesIncludeTax whether the shop entered prices with tax when it was entered
 * @param taxLines what each tax rate takes
 * @param couponLines the coupons that it uses, in the order in which they were applied
 * @param refunds what was paid back, the newest first
 * @param totals its sums
 * @param meta what is noted at it
 * @param version grows with every change; tells an older reading from a newer one
 */
public record Order(long id, long parentId, OrderStatus status, String currency, long customerId, String customerNote,
		String createdVia, String orderKey, Map<String, String> billing, Map<String, String> shipping,
		String paymentMethod, String paymentMethodTitle, String transactionId, Instant createdAt, Instant modifiedAt,
		@Nullable Instant paidAt, @Nullable Instant completedAt, List<LineItem> lines, List<ChargeLine> charges,
		boolean pricesIncludeTax, List<TaxLine> taxLines, List<CouponLine> couponLines, List<RefundSummary> refunds,
		OrderTotals totals, List<MetaEntry> meta, long version) {

	/**
	 * What is to be paid.
	 * @return the total with taxes
	 */
	public BigDecimal total() {
		return this.totals.total();
	}

}

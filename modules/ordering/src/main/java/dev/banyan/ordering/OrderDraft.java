package dev.banyan.ordering;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An order, or a change of one, as it is asked for. What is null stays as it is.
 *
 * @param status where it is to stand
 * @param currency ISO 4217
 * @param parentId the order that it belongs to
 * @param customerId the customer; 0 for a guest
 * @param customerNote what the customer wrote
 * @param createdVia through which entrance it comes
 * @param billing the fields of the billing address that are given
 * @param shipping the fields of the shipping address that are given
 * @param paymentMethod the payment gateway's id
 * @param paymentMethodTitle what it is called
 * @param transactionId the gateway's id of the payment
 * @param setPaid whether it is paid with this
 * @param lines lines to add, change or remove
 * @param charges charges to add, change or remove
 * @param coupons the codes of all coupons that it is to use
 * @param meta what to note at it
 */
public record OrderDraft(@Nullable OrderStatus status, @Nullable String currency, @Nullable Long parentId,
		@Nullable Long customerId, @Nullable String customerNote, @Nullable String createdVia,
		Map<String, String> billing, Map<String, String> shipping, @Nullable String paymentMethod,
		@Nullable String paymentMethodTitle, @Nullable String transactionId, boolean setPaid, List<LineDraft> lines,
		List<ChargeDraft> charges, @Nullable List<String> coupons, List<MetaEntry> meta) {

	/**
	 * A change of the status and nothing else.
	 * @param status where an order is to stand
	 * @return the change
	 */
	public static OrderDraft of(OrderStatus status) {
		return new OrderDraft(status, null, null, null, null, null, Map.of(), Map.of(), null, null, null, false,
				List.of(), List.of(), null, List.of());
	}

}

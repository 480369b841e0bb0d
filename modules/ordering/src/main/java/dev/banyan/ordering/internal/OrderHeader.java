package dev.banyan.ordering.internal;

import java.util.Map;

import dev.banyan.ordering.OrderDraft;
import org.jspecify.annotations.Nullable;

/**
 * Whose order it is and how it is paid, without its lines and its state.
 */
record OrderHeader(long parentId, String currency, long customerId, String customerNote, String createdVia,
		Map<String, String> billing, Map<String, String> shipping, String paymentMethod, String paymentMethodTitle,
		String transactionId) {

	OrderHeader with(OrderDraft draft) {
		this.billing.putAll(draft.billing());
		this.shipping.putAll(draft.shipping());
		return new OrderHeader(or(draft.parentId(), this.parentId), or(draft.currency(), this.currency),
				or(draft.customerId(), this.customerId), or(draft.customerNote(), this.customerNote),
				or(draft.createdVia(), this.createdVia), this.billing, this.shipping,
				or(draft.paymentMethod(), this.paymentMethod), or(draft.paymentMethodTitle(), this.paymentMethodTitle),
				or(draft.transactionId(), this.transactionId));
	}

	OrderHeader paidBy(String transaction) {
		return new OrderHeader(this.parentId, this.currency, this.customerId, this.customerNote, this.createdVia,
				this.billing, this.shipping, this.paymentMethod, this.paymentMethodTitle, transaction);
	}

	private static <T> T or(@Nullable T given, T present) {
		return (given != null) ? given : present;
	}

}

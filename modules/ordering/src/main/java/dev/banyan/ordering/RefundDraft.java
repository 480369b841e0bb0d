package dev.banyan.ordering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A refund as it is asked for.
 *
 * @param orderId the order
 * @param amount how much; null for the sum of the lines
 * @param reason why
 * @param refundedBy the user who makes it; 0 for nobody
 * @param pay whether the payment gateway is to pay it
 * @param restock whether the pieces go back into stock
 * @param lines what it is for
 * @param meta what to note at it
 */
public record RefundDraft(long orderId, @Nullable BigDecimal amount, String reason, long refundedBy, boolean pay,
		boolean restock, List<Line> lines, List<MetaEntry> meta) {

	/**
	 * A line to refund.
	 *
	 * @param lineId the order's line; unknown ones are ignored
	 * @param quantity how many pieces, 0 or more
	 * @param total how much, without taxes
	 * @param taxes how much of which tax rate
	 */
	public record Line(long lineId, int quantity, BigDecimal total, Map<Long, BigDecimal> taxes) {
	}

}

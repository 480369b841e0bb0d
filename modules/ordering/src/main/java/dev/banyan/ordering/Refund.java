package dev.banyan.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Money paid back for an order. Amounts are positive.
 *
 * @param id the refund; orders and refunds share their numbers
 * @param orderId the order
 * @param createdAt when it was made
 * @param amount how much, taxes included
 * @param reason why
 * @param refundedBy the user who made it; 0 for nobody
 * @param paid whether the payment gateway has paid it
 * @param lines what it is for; empty for an amount alone
 * @param taxLines the taxes in it
 * @param meta what is noted at it
 */
public record Refund(long id, long orderId, Instant createdAt, BigDecimal amount, String reason, long refundedBy,
		boolean paid, List<RefundLine> lines, List<TaxLine> taxLines, List<MetaEntry> meta) {
}

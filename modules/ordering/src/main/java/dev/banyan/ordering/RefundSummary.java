package dev.banyan.ordering;

import java.math.BigDecimal;

/**
 * A refund as an order names it.
 *
 * @param id the refund
 * @param reason why
 * @param amount how much, positive
 */
public record RefundSummary(long id, String reason, BigDecimal amount) {
}

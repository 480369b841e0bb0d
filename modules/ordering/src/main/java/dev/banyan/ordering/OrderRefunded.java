package dev.banyan.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Money was paid back for an order.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param orderId the order
 * @param refundId the refund
 * @param amount how much
 */
public record OrderRefunded(UUID eventId, Instant occurredAt, long orderId, long refundId, BigDecimal amount) {
}

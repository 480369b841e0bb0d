package dev.banyan.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Money was paid back.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param refundKey the refund
 * @param gateway the gateway's id
 * @param amount how much
 * @param currency ISO 4217
 */
public record PaymentRefunded(UUID eventId, Instant occurredAt, String refundKey, String gateway, BigDecimal amount,
		String currency) {
}

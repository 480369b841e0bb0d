package dev.banyan.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Money was set aside.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param paymentKey the payment
 * @param gateway the gateway's id
 * @param amount how much
 * @param currency ISO 4217
 */
public record PaymentAuthorised(UUID eventId, Instant occurredAt, String paymentKey, String gateway, BigDecimal amount,
		String currency) {
}

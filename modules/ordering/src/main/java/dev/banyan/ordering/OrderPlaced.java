package dev.banyan.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * An order was accepted, through either entrance.
 *
 * @param eventId identifies this event
 * @param occurredAt when it was accepted
 * @param orderId the order
 * @param status where it stands
 * @param customerId the customer; 0 for a guest
 * @param currency ISO 4217
 * @param total what is to be paid
 */
public record OrderPlaced(UUID eventId, Instant occurredAt, long orderId, OrderStatus status, long customerId,
		String currency, BigDecimal total) {
}

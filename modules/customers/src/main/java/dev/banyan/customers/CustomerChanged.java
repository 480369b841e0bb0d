package dev.banyan.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer's data were changed.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param customerId the customer
 */
public record CustomerChanged(UUID eventId, Instant occurredAt, long customerId) {
}

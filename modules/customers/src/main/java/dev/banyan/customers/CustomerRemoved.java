package dev.banyan.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer was removed.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param customerId the customer
 */
public record CustomerRemoved(UUID eventId, Instant occurredAt, long customerId) {
}

package dev.banyan.ordering;

import java.time.Instant;
import java.util.UUID;

/**
 * An order was deleted for good.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param orderId the order
 */
public record OrderRemoved(UUID eventId, Instant occurredAt, long orderId) {
}

package dev.banyan.ordering;

import java.time.Instant;
import java.util.UUID;

/**
 * An order was changed in whatever way.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param orderId the order
 * @param before where it stood
 * @param status where it stands now
 * @param version grows with every change of the order
 */
public record OrderChanged(UUID eventId, Instant occurredAt, long orderId, OrderStatus before, OrderStatus status,
		long version) {
}

package dev.banyan.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A product or a variation was taken back from the trash.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param productId the product or variation
 * @param parentId the variation's product; 0 for a product
 */
public record ProductRestored(UUID eventId, Instant occurredAt, long productId, long parentId) {
}

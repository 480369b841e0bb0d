package dev.banyan.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A review was added.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param reviewId the review
 * @param productId the product
 */
public record ReviewPosted(UUID eventId, Instant occurredAt, long reviewId, long productId) {
}

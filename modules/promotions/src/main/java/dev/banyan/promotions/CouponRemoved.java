package dev.banyan.promotions;

import java.time.Instant;
import java.util.UUID;

/**
 * A coupon was removed for good.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param couponId the coupon
 */
public record CouponRemoved(UUID eventId, Instant occurredAt, long couponId) {
}

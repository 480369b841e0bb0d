package dev.banyan.promotions;

import java.time.Instant;
import java.util.UUID;

/**
 * A coupon was changed.
 *
 * @param eventId identifies this event
 * @param occurredAt when it happened
 * @param couponId the coupon
 * @param before the status that it had
 * @param status the status that it has now
 */
public record CouponChanged(UUID eventId, Instant occurredAt, long couponId, String before, String status) {
}

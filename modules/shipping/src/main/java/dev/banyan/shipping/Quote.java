package dev.banyan.shipping;

import java.math.BigDecimal;

/**
 * A way of shipping and its price.
 *
 * @param method {@code flat_rate}, {@code free_shipping} or {@code local_pickup}
 * @param instanceId the zone's method
 * @param title what customers read
 * @param cost the price without taxes, rounded
 * @param taxable whether it is taxed
 */
public record Quote(String method, long instanceId, String title, BigDecimal cost, boolean taxable) {
}

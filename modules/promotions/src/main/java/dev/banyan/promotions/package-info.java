/**
 * Coupons, discount rules and usage counts. It does not know orders or products; a cart
 * is handed to it as plain lines.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings" })
@Seams(value = { CouponUsage.class, Coupons.class, Discounts.class }, unavailable = PromotionsUnavailable.class)
@NullMarked
package dev.banyan.promotions;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

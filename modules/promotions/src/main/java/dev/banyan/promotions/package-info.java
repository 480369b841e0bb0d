/**
 * Coupons, discount rules and usage counts. It does not know orders or products; a cart
 * is handed to it as plain lines.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings" })
@NullMarked
package dev.banyan.promotions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

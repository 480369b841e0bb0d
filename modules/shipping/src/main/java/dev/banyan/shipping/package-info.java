/**
 * Shipping zones, locations, methods and quotes. It ships nothing and knows no carrier.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings" })
@Seams(value = { Quotes.class, Zones.class }, unavailable = ShippingUnavailable.class)
@NullMarked
package dev.banyan.shipping;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

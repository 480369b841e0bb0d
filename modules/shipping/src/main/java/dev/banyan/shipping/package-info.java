/**
 * Shipping zones, locations, methods and quotes. It ships nothing and knows no carrier.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings" })
@NullMarked
package dev.banyan.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

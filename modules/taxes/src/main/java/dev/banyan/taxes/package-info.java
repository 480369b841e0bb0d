/**
 * Tax classes, tax rates and the calculation of taxes. It stores no order and keeps no
 * totals.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings" })
@NullMarked
package dev.banyan.taxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

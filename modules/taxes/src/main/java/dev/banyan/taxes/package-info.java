/**
 * Tax classes, tax rates and the calculation of taxes. It stores no order and keeps no
 * totals.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings" })
@Seams(value = { TaxCalculation.class, TaxClasses.class, TaxRates.class }, unavailable = TaxesUnavailable.class)
@NullMarked
package dev.banyan.taxes;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

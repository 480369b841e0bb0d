/**
 * What was sold, by day and by product: read models that follow the events of orders.
 * Plain counts are asked of the modules that own what is counted.
 */
@ApplicationModule(allowedDependencies = { "runtime", "ordering" })
@Seams(value = { Sales.class }, unavailable = ReportingUnavailable.class)
@NullMarked
package dev.banyan.reporting;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

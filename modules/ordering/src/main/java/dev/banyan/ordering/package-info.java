/**
 * Orders with their lines, totals, notes and refunds, and the place-order saga. It takes
 * no money and keeps no stock itself: it orchestrates the modules that do.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings", "inventory", "customers", "promotions", "taxes",
		"shipping", "payments", "catalog" })
@NullMarked
package dev.banyan.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

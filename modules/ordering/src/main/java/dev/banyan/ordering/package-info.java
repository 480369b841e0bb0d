/**
 * Orders with their lines, totals, notes and refunds, and the place-order saga. It takes
 * no money and keeps no stock itself: it orchestrates the modules that do.
 */
@ApplicationModule(allowedDependencies = { "runtime", "settings", "inventory", "customers", "promotions", "taxes",
		"payments", "catalog" })
@Seams(value = { OrderNotes.class, OrderPlacement.class, Orders.class, Receipts.class, Refunds.class },
		unavailable = OrderingUnavailable.class)
@NullMarked
package dev.banyan.ordering;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

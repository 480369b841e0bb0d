/**
 * Stock levels and reservations of everything that can be sold. It does not know
 * products, prices or orders: an item is an id.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@Seams(value = { Reservations.class, Stock.class }, unavailable = InventoryUnavailable.class)
@NullMarked
package dev.banyan.inventory;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

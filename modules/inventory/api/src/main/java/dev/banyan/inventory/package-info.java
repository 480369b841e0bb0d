/**
 * Stock levels and reservations of everything that can be sold. It does not know
 * products, prices or orders: an item is an id.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@NullMarked
package dev.banyan.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Stock levels and reservations as they are kept in inventory's own schema.
 */
@NullMarked
package dev.banyan.inventory.internal;

import org.jspecify.annotations.NullMarked;

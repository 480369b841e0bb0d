/**
 * The HTTP mapping of inventory's seams.
 */
@NullMarked
package dev.banyan.inventory.remote;

import org.jspecify.annotations.NullMarked;

/**
 * The unchanged endpoints of customers.
 */
@NullMarked
package dev.banyan.legacy.customers;

import org.jspecify.annotations.NullMarked;

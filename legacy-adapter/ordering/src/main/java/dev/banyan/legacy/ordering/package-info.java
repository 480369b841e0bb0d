/**
 * The unchanged endpoints of ordering.
 */
@NullMarked
package dev.banyan.legacy.ordering;

import org.jspecify.annotations.NullMarked;

/**
 * The unchanged endpoints of promotions.
 */
@NullMarked
package dev.banyan.legacy.promotions;

import org.jspecify.annotations.NullMarked;

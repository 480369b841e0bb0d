/**
 * The unchanged endpoints of taxes.
 */
@NullMarked
package dev.banyan.legacy.taxes;

import org.jspecify.annotations.NullMarked;

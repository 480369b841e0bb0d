/**
 * The unchanged endpoints of shipping.
 */
@NullMarked
package dev.banyan.legacy.shipping;

import org.jspecify.annotations.NullMarked;

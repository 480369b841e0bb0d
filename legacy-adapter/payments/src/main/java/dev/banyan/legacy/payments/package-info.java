/**
 * The unchanged endpoints of payments.
 */
@NullMarked
package dev.banyan.legacy.payments;

import org.jspecify.annotations.NullMarked;

/**
 * Terms and how they are kept.
 */
@NullMarked
package dev.banyan.catalog.internal.term;

import org.jspecify.annotations.NullMarked;

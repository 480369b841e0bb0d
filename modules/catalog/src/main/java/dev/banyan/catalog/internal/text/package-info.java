/**
 * Texts in addresses and columns.
 */
@NullMarked
package dev.banyan.catalog.internal.text;

import org.jspecify.annotations.NullMarked;

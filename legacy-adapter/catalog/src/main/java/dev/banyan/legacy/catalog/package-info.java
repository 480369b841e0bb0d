/**
 * The unchanged endpoints of the catalog. It does not decide what a product may be: that
 * is the catalog's.
 */
@NullMarked
package dev.banyan.legacy.catalog;

import org.jspecify.annotations.NullMarked;

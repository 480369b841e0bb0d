/**
 * How the catalog works.
 */
@NullMarked
package dev.banyan.catalog.internal;

import org.jspecify.annotations.NullMarked;

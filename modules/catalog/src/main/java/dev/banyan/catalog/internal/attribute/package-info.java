/**
 * Attributes and how they are kept.
 */
@NullMarked
package dev.banyan.catalog.internal.attribute;

import org.jspecify.annotations.NullMarked;

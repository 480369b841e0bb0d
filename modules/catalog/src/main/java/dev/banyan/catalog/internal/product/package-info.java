/**
 * Products, their rules and how they are kept.
 */
@NullMarked
package dev.banyan.catalog.internal.product;

import org.jspecify.annotations.NullMarked;

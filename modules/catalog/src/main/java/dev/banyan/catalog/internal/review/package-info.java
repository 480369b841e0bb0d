/**
 * Reviews and how they are kept.
 */
@NullMarked
package dev.banyan.catalog.internal.review;

import org.jspecify.annotations.NullMarked;

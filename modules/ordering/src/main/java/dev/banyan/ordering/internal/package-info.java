/**
 * Orders as they are kept in ordering's own schema, and what happens when they change.
 */
@NullMarked
package dev.banyan.ordering.internal;

import org.jspecify.annotations.NullMarked;

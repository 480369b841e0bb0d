/**
 * What the gateway asks of the adapter of an API at its edge, and the other way round.
 */
@NullMarked
package dev.banyan.runtime.edge;

import org.jspecify.annotations.NullMarked;

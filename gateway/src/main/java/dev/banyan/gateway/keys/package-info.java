/**
 * The consumer keys of API clients.
 */
@NullMarked
package dev.banyan.gateway.keys;

import org.jspecify.annotations.NullMarked;

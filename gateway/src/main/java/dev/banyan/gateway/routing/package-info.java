/**
 * Which home serves a request.
 */
@NullMarked
package dev.banyan.gateway.routing;

import org.jspecify.annotations.NullMarked;

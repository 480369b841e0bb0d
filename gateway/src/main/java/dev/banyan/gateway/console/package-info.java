/**
 * The console: what is served where, how well, and what happened to the moves. One page
 * on the management port; it asks for the management token and holds no data itself.
 */
@NullMarked
package dev.banyan.gateway.console;

import org.jspecify.annotations.NullMarked;

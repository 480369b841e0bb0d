/**
 * The WooCommerce REST API at the gateway: which credentials it knows and how it words
 * the errors that no home could.
 */
@NullMarked
package dev.banyan.legacy.edge;

import org.jspecify.annotations.NullMarked;

/**
 * The wire format of the WooCommerce REST API, written once for every face. It knows no
 * resource.
 */
@NullMarked
package dev.banyan.legacy.protocol;

import org.jspecify.annotations.NullMarked;

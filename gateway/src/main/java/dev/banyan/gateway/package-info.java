/**
 * The routing gateway in front of the shop. It knows capabilities and homes, not products
 * and orders.
 */
@NullMarked
package dev.banyan.gateway;

import org.jspecify.annotations.NullMarked;

/**
 * The native endpoints of inventory.
 */
@NullMarked
package dev.banyan.inventory.web;

import org.jspecify.annotations.NullMarked;

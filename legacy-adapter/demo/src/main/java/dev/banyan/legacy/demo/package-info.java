/**
 * The demo shop, loaded through the public API.
 */
@NullMarked
package dev.banyan.legacy.demo;

import org.jspecify.annotations.NullMarked;

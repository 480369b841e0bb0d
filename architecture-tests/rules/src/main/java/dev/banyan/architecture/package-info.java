/**
 * Boundary rules for a code base laid out in modules: one direct sub-package of a base
 * package per module, its root package being its whole API.
 */
@NullMarked
package dev.banyan.architecture;

import org.jspecify.annotations.NullMarked;

/**
 * The commands {@code banyan check} and {@code banyan readiness}: runs the boundary
 * rules, says what still holds a module back, and writes reports and living
 * documentation.
 */
@NullMarked
package dev.banyan.architecture.tool;

import org.jspecify.annotations.NullMarked;

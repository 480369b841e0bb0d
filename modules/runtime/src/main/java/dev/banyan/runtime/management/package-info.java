/**
 * The management port of a process.
 */
@NullMarked
package dev.banyan.runtime.management;

import org.jspecify.annotations.NullMarked;

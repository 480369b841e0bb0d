/**
 * What HTTP answers of every process need.
 */
@NullMarked
package dev.banyan.runtime.web;

import org.jspecify.annotations.NullMarked;

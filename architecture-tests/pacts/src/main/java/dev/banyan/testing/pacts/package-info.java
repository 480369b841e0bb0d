/**
 * Pacts between modules. Consumers write them by calling seams and reading events as
 * another process would; whoever hosts the provider verifies them, as a process of its
 * own.
 */
@NullMarked
package dev.banyan.testing.pacts;

import org.jspecify.annotations.NullMarked;

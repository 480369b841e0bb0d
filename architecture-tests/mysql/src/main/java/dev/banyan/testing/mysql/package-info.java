/**
 * MySQL for tests, without Docker and without an installation.
 */
@NullMarked
package dev.banyan.testing.mysql;

import org.jspecify.annotations.NullMarked;

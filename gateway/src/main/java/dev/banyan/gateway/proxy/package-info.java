/**
 * Carries requests to homes and answers back, streamed and unchanged.
 */
@NullMarked
package dev.banyan.gateway.proxy;

import org.jspecify.annotations.NullMarked;

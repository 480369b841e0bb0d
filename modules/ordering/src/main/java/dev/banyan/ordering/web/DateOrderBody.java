package dev.banyan.ordering.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When an order was placed that was entered later.
 *
 * @param createdAt when; not in the future
 */
record DateOrderBody(@Nullable Instant createdAt) {
}

package dev.banyan.inventory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The quantity or the status of an item has changed.
 *
 * @param eventId identifies this event
 * @param occurredAt when it changed
 * @param itemId the item
 * @param quantity the quantity from then on; null if it is not counted
 * @param status the status from then on
 * @param before the status until then, which may be the same; null if that is not known
 */
public record StockChanged(UUID eventId, Instant occurredAt, long itemId, @Nullable Integer quantity,
		StockStatus status, @Nullable StockStatus before) {
}

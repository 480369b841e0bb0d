package sample.stock;

import java.time.Instant;
import java.util.UUID;

/**
 * An event.
 *
 * @param eventId its id
 * @param occurredAt when
 * @param itemId what was counted
 * @param number how many
 */
public record ItemCounted(UUID eventId, Instant occurredAt, long itemId, long number) {
}

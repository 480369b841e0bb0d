package shop.catalog;

import java.time.Instant;
import java.util.UUID;

public record ProductChanged(UUID eventId, Instant occurredAt, long productId) {

}

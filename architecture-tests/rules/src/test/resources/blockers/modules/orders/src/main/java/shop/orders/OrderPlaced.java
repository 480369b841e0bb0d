package shop.orders;

import java.time.Instant;
import java.util.UUID;

public record OrderPlaced(UUID eventId, Instant occurredAt, long orderId) {
}

package shop.stock;

import java.time.Instant;
import java.util.UUID;

public record StockCounted(UUID eventId, Instant occurredAt) { // VIOLATION of what

}

package shop.stock;

import java.time.Instant;
import java.util.UUID;

public record StockRanOut(UUID eventId, Instant occurredAt, long itemId) {

}

package shop.stock;

import java.time.Instant;
import java.util.UUID;

public record StockChanged(UUID eventId, Instant occurredAt, String code, long itemId, Shelf shelf) {

}

package shop.stock;

import java.time.Instant;
import java.util.UUID;

public record StockChanged(UUID eventId, Instant occurredAt, long itemId, Shelf shelf, String added) {

}

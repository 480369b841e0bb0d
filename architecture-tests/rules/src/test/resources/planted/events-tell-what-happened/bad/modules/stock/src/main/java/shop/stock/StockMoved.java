package shop.stock;

import java.time.Instant;
import java.util.UUID;

public record StockMoved(long itemId, UUID eventId, Instant occurredAt) { // VIOLATION begins with something else

}

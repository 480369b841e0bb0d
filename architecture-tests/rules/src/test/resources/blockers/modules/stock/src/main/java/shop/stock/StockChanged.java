package shop.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

public record StockChanged(UUID eventId, Instant occurredAt, long itemId, List<Long> partIds) {

}

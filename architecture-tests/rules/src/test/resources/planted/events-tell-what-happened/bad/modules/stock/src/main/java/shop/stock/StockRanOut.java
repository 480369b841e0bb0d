package shop.stock;

import java.time.Instant;
import java.util.UUID;

public class StockRanOut { // VIOLATION no record

	public final UUID eventId = UUID.randomUUID();

	public final Instant occurredAt = Instant.now();

}

package shop.stock;

import java.time.Instant;
import java.util.UUID;

public record CountStock(UUID eventId, Instant occurredAt) { // VIOLATION no past tense

}

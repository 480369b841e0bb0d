package shop.billing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

public record InvoiceTagged(UUID eventId, Instant occurredAt, long invoiceId, Map<String, Object> tags) { // blocker: an event that may carry anything
}

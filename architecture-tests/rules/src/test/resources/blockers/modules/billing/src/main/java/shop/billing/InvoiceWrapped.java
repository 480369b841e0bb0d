package shop.billing;

import java.time.Instant;
import java.util.UUID;

public record InvoiceWrapped<T>(UUID eventId, Instant occurredAt, long invoiceId, T content) { // blocker: an event of any type
}

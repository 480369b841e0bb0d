package shop.billing;

import java.time.Instant;

public record InvoicePaidEvent(String eventId, Instant occurredAt, long invoiceId) { // blocker: an event whose id is a text
}

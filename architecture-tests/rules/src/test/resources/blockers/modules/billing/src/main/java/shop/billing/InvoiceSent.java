package shop.billing;

import java.time.Instant;
import java.util.UUID;

public record InvoiceSent(UUID eventId, Instant occurredAt, long invoiceId, long[] lines) { // blocker: an event that can be changed

}

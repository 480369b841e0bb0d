package shop.billing;

import java.time.Instant;
import java.util.UUID;

public record InvoiceMove(UUID eventId, Instant occurredAt, long invoiceId) { // blocker: an event in the present tense
}

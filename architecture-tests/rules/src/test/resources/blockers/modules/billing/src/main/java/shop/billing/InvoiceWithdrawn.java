package shop.billing;

import java.time.Instant;
import java.util.UUID;

public record InvoiceWithdrawn(UUID eventId, Instant occurredAt, long invoiceId) { // clean: an event

}

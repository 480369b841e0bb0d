package shop.billing;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

public record InvoiceDated(UUID eventId, Instant occurredAt, long invoiceId, Date due) { // blocker: an event with a date that changes
}

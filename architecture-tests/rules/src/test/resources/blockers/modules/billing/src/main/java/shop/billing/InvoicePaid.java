package shop.billing;

import java.time.Instant;

public record InvoicePaid(Instant occurredAt, long invoiceId) { // blocker: an event without an id

}

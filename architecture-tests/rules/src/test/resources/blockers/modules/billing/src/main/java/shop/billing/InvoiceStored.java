package shop.billing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import shop.billing.internal.Invoice;

public record InvoiceStored(UUID eventId, Instant occurredAt, long invoiceId, List<Invoice> invoices) { // blocker: an event with entities
}

package shop.billing;

import java.time.Instant;
import java.util.UUID;

public record SendInvoice(UUID eventId, Instant occurredAt, long invoiceId) { // blocker: an event that is a wish

}

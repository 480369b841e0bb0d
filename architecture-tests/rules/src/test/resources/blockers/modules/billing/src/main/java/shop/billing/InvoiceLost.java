package shop.billing;

import java.util.UUID;

public record InvoiceLost(UUID eventId, long invoiceId) { // blocker: an event without a time

}

package shop.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;

public record InvoiceCorrected(UUID eventId, Instant occurredAt, long invoiceId, ArrayList<String> lines) { // blocker: an event with a list that grows
}

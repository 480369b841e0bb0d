package shop.billing;

import java.time.Instant;
import java.util.UUID;

public class InvoicePrinted { // blocker: an event that is no record

	private UUID eventId;

	private Instant occurredAt;

	public UUID eventId() {
		return this.eventId;
	}

	public Instant occurredAt() {
		return this.occurredAt;
	}

	public void at(Instant time) {
		this.occurredAt = time;
	}

}

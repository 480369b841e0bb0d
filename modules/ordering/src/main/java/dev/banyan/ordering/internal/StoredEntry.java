package dev.banyan.ordering.internal;

import java.time.Instant;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * An order that is being entered: what it causes is written down before the order itself
 * is, which nobody sees until then.
 */
@Entity
@Table(schema = "ordering", name = "order_entry")
class StoredEntry {

	@Id
	private long orderId;

	@Convert(converter = JsonColumns.PendingEffects.class)
	private Effects effects;

	private Instant begunAt;

	private boolean undoing;

	@SuppressWarnings("NullAway.Init")
	protected StoredEntry() {
	}

	StoredEntry(long orderId, Effects effects, Instant begunAt) {
		this.orderId = orderId;
		this.effects = effects;
		this.begunAt = begunAt;
	}

	void undo() {
		this.undoing = true;
	}

	Effects effects() {
		return this.effects;
	}

	boolean undoing() {
		return this.undoing;
	}

}

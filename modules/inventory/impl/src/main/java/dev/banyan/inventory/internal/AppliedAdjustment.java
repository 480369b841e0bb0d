package dev.banyan.inventory.internal;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.springframework.data.domain.Persistable;

/**
 * A key under which quantities were changed.
 */
@Entity
@Table(schema = "inventory", name = "applied_adjustment")
class AppliedAdjustment implements Persistable<String> {

	@Id
	private String adjustmentKey;

	private Instant appliedAt;

	@SuppressWarnings("NullAway.Init")
	protected AppliedAdjustment() {
	}

	AppliedAdjustment(String adjustmentKey, Instant appliedAt) {
		this.adjustmentKey = adjustmentKey;
		this.appliedAt = appliedAt;
	}

	@Override
	public String getId() {
		return this.adjustmentKey;
	}

	@Override
	public boolean isNew() {
		return true;
	}

}

package dev.banyan.ordering.internal;

import java.time.Instant;
import java.util.List;

import dev.banyan.ordering.OrderRefused;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * How far the placing of an order has come.
 */
@Entity
@Table(schema = "ordering", name = "placement")
class StoredPlacement {

	/** How far it has come. */
	enum Step {

		/**
		 * Goods are being reserved, the payment authorised: after a crash it is undone.
		 */
		STARTED,
		/** Goods and money are being taken: after a crash it goes forward. */
		CONFIRMING,
		/** The order is accepted. */
		DONE,
		/** What was reserved and authorised is being given back. */
		UNDOING,
		/** So is what was taken already. */
		REVERSING,
		/** The order is refused, for a reason that stays. */
		REFUSED

	}

	/**
	 * Why it was refused.
	 *
	 * @param reason why
	 * @param message for people
	 * @param itemIds the items that it is about
	 */
	record Refusal(OrderRefused.Reason reason, String message, List<Long> itemIds) {

		static Refusal of(OrderRefused refused) {
			return new Refusal(refused.reason(), String.valueOf(refused.getMessage()), refused.itemIds());
		}

		OrderRefused toException() {
			return new OrderRefused(this.reason, this.message, this.itemIds);
		}

	}

	@Id
	private String placementKey;

	private String requestHash;

	private long orderId;

	@Enumerated(EnumType.STRING)
	private Step step = Step.STARTED;

	@Convert(converter = JsonColumns.Refused.class)
	private @Nullable Refusal refusal;

	private Instant touchedAt;

	@SuppressWarnings("NullAway.Init")
	protected StoredPlacement() {
	}

	StoredPlacement(String placementKey, String requestHash, long orderId, Instant touchedAt) {
		this.placementKey = placementKey;
		this.requestHash = requestHash;
		this.orderId = orderId;
		this.touchedAt = touchedAt;
	}

	/** A placement that was refused before anything was asked for. */
	static StoredPlacement refused(String placementKey, String requestHash, Refusal refusal, Instant touchedAt) {
		StoredPlacement placement = new StoredPlacement(placementKey, requestHash, 0, touchedAt);
		placement.step = Step.REFUSED;
		placement.refusal = refusal;
		return placement;
	}

	void become(Step next, @Nullable Refusal why, Instant now) {
		this.step = next;
		this.refusal = why;
		this.touchedAt = now;
	}

	String requestHash() {
		return this.requestHash;
	}

	long orderId() {
		return this.orderId;
	}

	Step step() {
		return this.step;
	}

	@Nullable Refusal refusal() {
		return this.refusal;
	}

}

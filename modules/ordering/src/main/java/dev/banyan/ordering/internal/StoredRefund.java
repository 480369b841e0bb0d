package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.Refund;
import dev.banyan.ordering.RefundLine;
import dev.banyan.ordering.TaxLine;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A refund and how far it has come.
 */
@Entity
@Table(schema = "ordering", name = "order_refund")
class StoredRefund {

	/** How far a refund has come. */
	enum State {

		/** It goes forward, or is taken back: nobody was asked to pay yet. */
		STARTED,
		/** It goes forward, unless the gateway refuses: money may have been paid. */
		PAYING,
		/** It is taken back. */
		UNDOING,
		/** Nothing more to do. */
		DONE

	}

	/**
	 * Pieces that go back into stock.
	 *
	 * @param lineId the order's line
	 * @param itemId the item in inventory
	 * @param count how many
	 */
	record Return(long lineId, long itemId, int count) {
	}

	@Id
	private long id;

	@Version
	private @Nullable Long version;

	private long orderId;

	@Enumerated(EnumType.STRING)
	private State stateName = State.STARTED;

	private Instant createdAt;

	private BigDecimal amount;

	private String reason;

	private long refundedBy;

	private boolean paid;

	@Convert(converter = JsonColumns.RefundLines.class)
	private List<RefundLine> refundLines;

	@Convert(converter = JsonColumns.TaxLines.class)
	private List<TaxLine> taxLines;

	@Convert(converter = JsonColumns.Restock.class)
	private List<Return> returns;

	@Convert(converter = JsonColumns.Meta.class)
	private List<MetaEntry> meta;

	@SuppressWarnings("NullAway.Init")
	protected StoredRefund() {
	}

	StoredRefund(Refund refund, List<Return> returns) {
		this.id = refund.id();
		this.orderId = refund.orderId();
		this.createdAt = refund.createdAt();
		this.amount = refund.amount();
		this.reason = refund.reason();
		this.refundedBy = refund.refundedBy();
		this.paid = refund.paid();
		this.refundLines = refund.lines();
		this.taxLines = refund.taxLines();
		this.returns = returns;
		this.meta = refund.meta();
	}

	void become(State next) {
		this.stateName = next;
	}

	State state() {
		return this.stateName;
	}

	long orderId() {
		return this.orderId;
	}

	List<Return> returns() {
		return this.returns;
	}

	Refund toRefund() {
		return new Refund(this.id, this.orderId, this.createdAt, this.amount, this.reason, this.refundedBy, this.paid,
				this.refundLines, this.taxLines, this.meta);
	}

}

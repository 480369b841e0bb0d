package dev.banyan.inventory.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

/**
 * What a caller holds under a key: quantities by the item whose stock counts.
 */
@Entity
@Table(schema = "inventory", name = "reservation")
class Reservation {

	enum State {

		/** Set aside, not yet taken. */
		HELD,
		/** Taken out of stock. */
		CONFIRMED,
		/** Given up, or expired. */
		RELEASED

	}

	@Id
	private String reservationKey;

	@Enumerated(EnumType.STRING)
	private State state;

	private Instant expiresAt;

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(schema = "inventory", name = "reserved_line", joinColumns = @JoinColumn(name = "reservation_key"))
	@MapKeyColumn(name = "item_id")
	@Column(name = "quantity")
	private Map<Long, Integer> lines = new HashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected Reservation() {
	}

	Reservation(String reservationKey, State state, Instant expiresAt) {
		this.reservationKey = reservationKey;
		this.state = state;
		this.expiresAt = expiresAt;
	}

	void add(long itemId, int quantity) {
		this.lines.merge(itemId, quantity, Integer::sum);
	}

	void become(State next) {
		this.state = next;
	}

	String reservationKey() {
		return this.reservationKey;
	}

	State state() {
		return this.state;
	}

	Map<Long, Integer> lines() {
		return this.lines;
	}

}

package dev.banyan.inventory;

/**
 * A reservation does not hold: it was released, has expired or never was.
 */
public class ReservationReleased extends RuntimeException {

	private final String reservation;

	/**
	 * Names the reservation.
	 * @param key the reservation's key
	 */
	public ReservationReleased(String key) {
		super("Reservation " + key + " does not hold");
		this.reservation = key;
	}

	/**
	 * The reservation.
	 * @return its key
	 */
	public String reservation() {
		return this.reservation;
	}

}

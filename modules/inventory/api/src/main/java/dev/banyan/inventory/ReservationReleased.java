package dev.banyan.inventory;

/**
 * A reservation does not hold: it was released, has expired or never was.
 */
public class ReservationReleased extends RuntimeException {

	/**
	 * Names the reservation.
	 * @param key the reservation's key
	 */
	public ReservationReleased(String key) {
		super("Reservation " + key + " does not hold");
	}

}

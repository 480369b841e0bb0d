package dev.banyan.inventory;

/**
 * A reservation does not hold: it was released, has expired or never was.
 */
public class ReservationReleased extends RuntimeException {

	private final String reservation;

	/**
	 * Names the reservation.
	 * @param reservation the reservation's key
	 */
	public ReservationReleased(String reservation) {
		super("Reservation " + reservation + " does not hold");
		this.reservation = reservation;
	}

	/**
	 * The reservation.
	 * @return its key
	 */
	public String reservation() {
		return this.reservation;
	}

}

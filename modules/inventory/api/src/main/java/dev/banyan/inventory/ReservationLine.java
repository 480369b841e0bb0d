package dev.banyan.inventory;

/**
 * One line of a reservation.
 *
 * @param itemId the item; the stock that it inherits is reserved if it inherits
 * @param quantity how many, at least 1
 */
public record ReservationLine(long itemId, int quantity) {

	/**
	 * Checks the quantity.
	 */
	public ReservationLine {
		if (quantity < 1) {
			throw new IllegalArgumentException("quantity must be at least 1, not " + quantity);
		}
	}

}

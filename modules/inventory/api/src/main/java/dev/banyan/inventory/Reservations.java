package dev.banyan.inventory;

import java.time.Duration;
import java.util.List;

/**
 * Strict reservations: what is reserved cannot be reserved again. Every method may throw
 * {@link InventoryUnavailable}.
 */
public interface Reservations {

	/**
	 * Reserves all lines or none. Safe to repeat: a key that holds a reservation keeps
	 * it.
	 * @param key names the reservation, up to 100 characters
	 * @param lines what to reserve, quantities of at least 1; items that are not counted
	 * and in stock are always granted
	 * @param validity how long it holds if it is neither confirmed nor released, more
	 * than zero
	 * @throws OutOfStock if a line asks for more than is left; nothing is reserved then
	 * @throws ReservationReleased if the key's reservation was released or has expired
	 * before
	 */
	void reserve(String key, List<ReservationLine> lines, Duration validity);

	/**
	 * Takes what is reserved out of stock. Safe to repeat.
	 * @param key the reservation
	 * @throws ReservationReleased if there is no such reservation, or it was released or
	 * has expired
	 */
	void confirm(String key);

	/**
	 * Gives up a reservation; if it was confirmed, what it took is returned. Safe to
	 * repeat. A key that was never seen is remembered, so that a late {@link #reserve}
	 * under it is refused.
	 * @param key the reservation
	 */
	void release(String key);

}

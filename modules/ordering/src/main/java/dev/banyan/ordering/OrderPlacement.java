package dev.banyan.ordering;

import dev.banyan.runtime.RepeatSafe;

/**
 * The customer's entrance to orders: goods are reserved strictly, paid and taken out of
 * stock before an order is accepted.
 */
public interface OrderPlacement {

	/**
	 * Places an order: prices it, reserves the goods, authorises the payment, takes the
	 * goods and the money. Either all of that or nothing, also over a crash. Safe to
	 * repeat with the same key.
	 * @param order the order
	 * @return the accepted order
	 * @throws OrderRefused if it cannot be accepted; a repeated call is refused alike
	 * @throws KeyReused if another order was placed under its key
	 * @throws PlacementUnderWay if a call with its key has not come to an end yet
	 */
	Order place(PlaceOrder order);

	/**
	 * Cancels an order: its goods return into stock, its coupons become free, its payment
	 * is given up or paid back. Safe to repeat.
	 * @param orderId the order
	 * @return the order
	 * @throws UnknownOrder if there is none
	 * @throws OrderRefused if it is completed or refunded
	 */
	@RepeatSafe
	Order cancel(long orderId);

}

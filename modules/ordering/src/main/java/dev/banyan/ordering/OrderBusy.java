package dev.banyan.ordering;

import dev.banyan.runtime.Unavailable;

/**
 * Another change of the order did not come to an end in time. Nothing was changed; the
 * call may be repeated.
 */
public class OrderBusy extends Unavailable {

	private final long orderId;

	/**
	 * Names the order.
	 * @param orderId the order
	 * @param cause what it met
	 */
	public OrderBusy(long orderId, Throwable cause) {
		super("Order " + orderId + " is being changed", cause);
		this.orderId = orderId;
	}

	/**
	 * Tells which.
	 * @return the order
	 */
	public long orderId() {
		return this.orderId;
	}

}

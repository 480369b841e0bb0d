package dev.banyan.ordering;

import dev.banyan.runtime.Unavailable;

/**
 * Ordering could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key.
 */
public class OrderingUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public OrderingUnavailable(Throwable cause) {
		super("Ordering is not available", cause);
	}

}

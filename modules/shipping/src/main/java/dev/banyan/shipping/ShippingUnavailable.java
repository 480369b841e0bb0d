package dev.banyan.shipping;

import dev.banyan.runtime.Unavailable;

/**
 * Shipping could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key.
 */
public class ShippingUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public ShippingUnavailable(Throwable cause) {
		super("Shipping is not available", cause);
	}

}

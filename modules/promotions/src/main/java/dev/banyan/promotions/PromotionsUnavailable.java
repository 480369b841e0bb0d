package dev.banyan.promotions;

import dev.banyan.runtime.Unavailable;

/**
 * Promotions could not be reached, or did not answer in time. The call may have run:
 * repeat it only with the same key.
 */
public class PromotionsUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public PromotionsUnavailable(Throwable cause) {
		super("Promotions is not available", cause);
	}

}

package dev.banyan.payments;

import dev.banyan.runtime.Unavailable;

/**
 * Payments could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key.
 */
public class PaymentsUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public PaymentsUnavailable(Throwable cause) {
		super("Payments is not available", cause);
	}

}

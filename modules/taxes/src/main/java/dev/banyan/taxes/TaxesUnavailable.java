package dev.banyan.taxes;

import dev.banyan.runtime.Unavailable;

/**
 * Taxes could not be reached, or did not answer in time. The call may have run: repeat it
 * only with the same key.
 */
public class TaxesUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public TaxesUnavailable(Throwable cause) {
		super("Taxes is not available", cause);
	}

}

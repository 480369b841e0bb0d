package dev.banyan.customers;

import dev.banyan.runtime.Unavailable;

/**
 * Customers could not be reached, or did not answer in time. The call may have run:
 * repeat it only with the same key.
 */
public class CustomersUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public CustomersUnavailable(Throwable cause) {
		super("Customers is not available", cause);
	}

}

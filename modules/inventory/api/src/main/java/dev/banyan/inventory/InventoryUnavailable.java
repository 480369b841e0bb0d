package dev.banyan.inventory;

import dev.banyan.runtime.Unavailable;

/**
 * Inventory could not be reached, or did not answer in time. The call may have run:
 * repeat it only with the same key.
 */
public class InventoryUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public InventoryUnavailable(Throwable cause) {
		super("Inventory is not available", cause);
	}

}

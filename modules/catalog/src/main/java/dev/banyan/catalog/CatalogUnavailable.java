package dev.banyan.catalog;

import dev.banyan.runtime.Unavailable;

/**
 * Catalog could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key.
 */
public class CatalogUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public CatalogUnavailable(Throwable cause) {
		super("Catalog is not available", cause);
	}

}

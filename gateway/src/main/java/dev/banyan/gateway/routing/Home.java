package dev.banyan.gateway.routing;

import java.net.URI;
import java.util.List;

/**
 * A place that can serve a capability.
 *
 * @param name its name
 * @param address scheme, host and port; or {@code lb://} and the name of a service to
 * discover
 * @param legacy whether it is the live shop, to which everything is passed untouched
 * @param instances the address alone
 */
public record Home(String name, URI address, boolean legacy, List<URI> instances) {

	/**
	 * A home.
	 * @param name its name
	 * @param address where it is
	 * @param legacy whether it is the live shop
	 */
	public Home(String name, URI address, boolean legacy) {
		this(name, address, legacy, List.of(address));
	}

}

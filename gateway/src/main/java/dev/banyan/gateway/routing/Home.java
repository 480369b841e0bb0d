package dev.banyan.gateway.routing;

import java.net.URI;

/**
 * A place that can serve a capability.
 *
 * @param name its name
 * @param address scheme, host and port
 * @param legacy whether it is the live shop, to which everything is passed untouched
 */
public record Home(String name, URI address, boolean legacy) {
}

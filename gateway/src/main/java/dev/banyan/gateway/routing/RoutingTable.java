package dev.banyan.gateway.routing;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which home serves which path: an immutable snapshot.
 */
public final class RoutingTable {

	private final Map<String, Route> byPrefix = new HashMap<>();

	private final Map<String, Route> documents = new HashMap<>();

	private final @Nullable Home legacy;

	/**
	 * A capability and the home that serves it.
	 *
	 * @param capability the capability's name
	 * @param home its home
	 */
	public record Route(String capability, Home home) {
	}

	/**
	 * The table that follows from the settings.
	 * @param settings the settings
	 * @throws IllegalArgumentException if a capability names a home that has no address,
	 * or two claim the same path
	 */
	public RoutingTable(GatewaySettings settings) {
		settings.capabilities().forEach((name, capability) -> {
			URI address = settings.homes().get(capability.home());
			if (address == null) {
				throw new IllegalArgumentException(
						"Capability " + name + " names home " + capability.home() + ", which has no address");
			}
			Home home = new Home(capability.home(), address, capability.home().equals(GatewaySettings.LEGACY));
			capability.paths().forEach((path) -> claim(this.byPrefix, path, new Route(name, home)));
			capability.documents().forEach((path) -> claim(this.documents, path, new Route(name, home)));
		});
		URI shop = settings.homes().get(GatewaySettings.LEGACY);
		this.legacy = (shop != null) ? new Home(GatewaySettings.LEGACY, shop, true) : null;
	}

	private static void claim(Map<String, Route> claims, String path, Route route) {
		if (claims.put(path, route) != null) {
			throw new IllegalArgumentException("Two capabilities claim " + path);
		}
	}

	/**
	 * Finds who serves a path.
	 * @param path the raw request path
	 * @return the capability with the longest matching prefix; else the legacy home;
	 * empty if there is none
	 */
	public Optional<Route> route(String path) {
		String normalised = normalised(path);
		Route route = longest(this.byPrefix, normalised);
		if (route == null) {
			route = (this.legacy != null) ? this.documents.get(normalised) : longest(this.documents, normalised);
		}
		if (route == null && this.legacy != null) {
			route = new Route("unclaimed", this.legacy);
		}
		return Optional.ofNullable(route);
	}

	private static @Nullable Route longest(Map<String, Route> claims, String path) {
		String prefix = path;
		while (!prefix.isEmpty()) {
			Route route = claims.get(prefix);
			if (route != null) {
				return route;
			}
			prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
		}
		return null;
	}

	private static String normalised(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		String direct = lower.startsWith("/index.php/") ? lower.substring("/index.php".length()) : lower;
		return direct.endsWith("/") ? direct.substring(0, direct.length() - 1) : direct;
	}

}

package dev.banyan.gateway.routing;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which home serves which path: an immutable snapshot.
 */
public final class RoutingTable {

	/** What routes are called that no capability claims. */
	public static final String UNCLAIMED = "unclaimed";

	private final Map<String, Route> byPrefix = new HashMap<>();

	private final Map<String, Route> documents = new HashMap<>();

	private final Map<String, Home> homes = new HashMap<>();

	private final Map<String, Home> homeOf = new HashMap<>();

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
	 * @throws IllegalArgumentException if a capability or a page names a home that has no
	 * address, or two claim the same path
	 */
	public RoutingTable(GatewaySettings settings) {
		settings.homes()
			.forEach((name, address) -> this.homes.put(name,
					new Home(name, address, name.equals(GatewaySettings.LEGACY))));
		settings.capabilities().forEach((name, capability) -> {
			Home home = this.homes.get(capability.home());
			if (home == null) {
				throw new IllegalArgumentException(
						"Capability " + name + " names home " + capability.home() + ", which has no address");
			}
			this.homeOf.put(name, home);
			capability.paths().forEach((path) -> claim(this.byPrefix, path, new Route(name, home)));
			capability.documents().forEach((path) -> claim(this.documents, path, new Route(name, home)));
		});
		settings.pages().forEach((name, paths) -> {
			Home home = this.homes.get(name);
			if (home == null) {
				throw new IllegalArgumentException("Pages name home " + name + ", which has no address");
			}
			paths.forEach((path) -> claim(this.byPrefix, path, new Route(UNCLAIMED, home)));
		});
		this.legacy = this.homes.get(GatewaySettings.LEGACY);
	}

	private static void claim(Map<String, Route> claims, String path, Route route) {
		if (claims.put(path, route) != null) {
			throw new IllegalArgumentException("Two capabilities claim " + path);
		}
	}

	/**
	 * The capabilities that are configured.
	 * @return their names
	 */
	public Set<String> capabilities() {
		return Collections.unmodifiableSet(this.homeOf.keySet());
	}

	/**
	 * The homes that have an address.
	 * @return all of them
	 */
	public List<Home> homes() {
		return this.homes.values().stream().sorted(Comparator.comparing(Home::name)).toList();
	}

	/**
	 * The home that configuration names for a capability.
	 * @param capability a configured capability
	 * @return its home
	 */
	public Home homeOf(String capability) {
		return Objects.requireNonNull(this.homeOf.get(capability), capability);
	}

	/**
	 * A home by its name.
	 * @param name the name
	 * @return empty if it has no address
	 */
	public Optional<Home> home(String name) {
		return Optional.ofNullable(this.homes.get(name));
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
			route = new Route(UNCLAIMED, this.legacy);
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

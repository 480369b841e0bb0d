package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The declared surface of the API, read from {@code routes/*.json}: what the index
 * documents show, what OPTIONS shows and what requests are validated against.
 */
final class DeclaredRoutes {

	private static final List<String> RESOURCES = List.of("marketplace", "products", "coupons", "customers",
			"layout-templates", "orders", "refunds", "reports", "settings", "shipping", "taxes", "webhooks",
			"system_status", "shipping_methods", "payment_gateways", "data");

	private final Map<String, DeclaredRoute> routes = new LinkedHashMap<>();

	private final List<DeclaredRoute> patterns = new ArrayList<>();

	/**
	 * A route and the variables of a path that it matched.
	 *
	 * @param route the route
	 * @param variables the path's variables by name
	 */
	record Match(DeclaredRoute route, Map<String, String> variables) {
	}

	DeclaredRoutes(JsonMapper json) {
		for (String resource : RESOURCES) {
			try (InputStream file = DeclaredRoutes.class.getResourceAsStream("routes/" + resource + ".json")) {
				Map<String, Map<String, Object>> declared = json.readValue(file, new TypeReference<>() {
				});
				declared.forEach((pattern, route) -> this.routes.put(pattern, new DeclaredRoute(pattern, route)));
			}
			catch (IOException ex) {
				throw new IllegalStateException("The routes of " + resource + " cannot be read", ex);
			}
		}
		this.patterns.addAll(this.routes.values().stream().filter((route) -> !route.fixed()).toList());
	}

	DeclaredRoute route(String pattern) {
		DeclaredRoute route = this.routes.get(pattern);
		if (route == null) {
			throw new IllegalArgumentException(pattern + " is not declared");
		}
		return route;
	}

	List<DeclaredRoute> all() {
		return List.copyOf(this.routes.values());
	}

	@Nullable Match match(String path) {
		DeclaredRoute fixed = this.routes.get(path);
		if (fixed == null) {
			fixed = this.routes.get(path.toLowerCase(java.util.Locale.ROOT));
		}
		if (fixed != null) {
			return new Match(fixed, Map.of());
		}
		for (DeclaredRoute route : this.patterns) {
			Map<String, String> variables = route.match(path);
			if (variables != null) {
				return new Match(route, variables);
			}
		}
		return null;
	}

}

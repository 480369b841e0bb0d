package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents in which the API describes itself: the site, the namespace, the options
 * of a route.
 */
final class Index {

	private static final String NAMESPACE = "wc/v3";

	private static final Map<String, String> SCHEMAS = Map.of("/wc/v3/products", "product", "/wc/v3/orders",
			"shop_order", "/wc/v3/orders/(?P<id>[\\d]+)", "shop_order", "/wc/v3/products/(?P<id>[\\d]+)", "product",
			"/wc/v3/products/tags", "product_tag", "/wc/v3/products/tags/(?P<id>[\\d]+)", "product_tag");

	private final DeclaredRoutes declared;

	private final ShopSite site;

	private final JsonMapper json;

	Index(DeclaredRoutes declared, ShopSite site, JsonMapper json) {
		this.declared = declared;
		this.site = site;
		this.json = json;
	}

	Answer answer(String path, Caller caller) {
		return Answer.ok(path.isEmpty() ? site(caller) : namespace(caller));
	}

	private Map<String, Object> site(Caller caller) {
		Map<String, Object> index = new LinkedHashMap<>();
		index.put("name", this.site.title());
		index.put("description", this.site.description());
		index.put("url", caller.publicUrl().toString());
		index.put("home", caller.publicUrl().toString());
		index.put("gmt_offset", "0");
		index.put("timezone_string", "");
		index.put("namespaces", List.of(NAMESPACE));
		index.put("authentication", List.of());
		index.put("routes", routes(caller));
		return index;
	}

	private Map<String, Object> namespace(Caller caller) {
		Map<String, Object> index = new LinkedHashMap<>();
		index.put("namespace", NAMESPACE);
		index.put("routes", routes(caller));
		index.put("_links", Map.of("up", List.of(Map.of("href", caller.publicUrl() + "/wp-json/"))));
		return index;
	}

	private Map<String, Object> routes(Caller caller) {
		Map<String, Object> routes = new LinkedHashMap<>();
		Map<String, Object> root = new LinkedHashMap<>();
		root.put("namespace", NAMESPACE);
		root.put("methods", List.of("GET"));
		root.put("endpoints",
				List.of(Map.of("methods", List.of("GET"), "args",
						Map.of("namespace", Map.of("default", NAMESPACE, "required", false), "context",
								Map.of("default", "view", "required", false)))));
		root.put("_links", self("/wc/v3", caller));
		routes.put("/wc/v3", root);
		this.declared.all().forEach((route) -> routes.put(route.pattern(), describe(route, caller)));
		return routes;
	}

	private Map<String, Object> describe(DeclaredRoute route, Caller caller) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("namespace", NAMESPACE);
		description.put("methods", route.methods());
		description.put("endpoints", route.endpoints());
		if (route.fixed()) {
			description.put("_links", self(route.pattern(), caller));
		}
		return description;
	}

	@SuppressWarnings("unchecked")
	Map<String, Object> options(DeclaredRoute route, Caller caller) {
		Map<String, Object> options = describe(route, caller);
		Object links = options.remove("_links");
		String schema = SCHEMAS.get(route.pattern());
		if (schema != null) {
			Map<String, @Nullable Object> read = read(schema);
			read.computeIfPresent("properties",
					(name, properties) -> route.described((Map<String, Map<String, Object>>) properties));
			options.put("schema", read);
		}
		if (links != null) {
			options.put("_links", links);
		}
		return options;
	}

	private Map<String, @Nullable Object> read(String schema) {
		try (InputStream file = Index.class.getResourceAsStream("schemas/" + schema + ".json")) {
			return this.json.readValue(file, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException("The schema of " + schema + " cannot be read", ex);
		}
	}

	private static Map<String, Object> self(String path, Caller caller) {
		return Map.of("self", List.of(Map.of("href", caller.publicUrl() + "/wp-json" + path)));
	}

}

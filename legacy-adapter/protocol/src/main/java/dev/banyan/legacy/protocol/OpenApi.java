package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static dev.banyan.legacy.protocol.OpenApiSchemas.listOf;
import static dev.banyan.legacy.protocol.OpenApiSchemas.object;
import static dev.banyan.legacy.protocol.OpenApiSchemas.reference;
import static dev.banyan.legacy.protocol.OpenApiSchemas.part;

/**
 * Describes as OpenAPI 3.1 what this process serves of the API: the declared routes that
 * a face is bound to, their parameters, and what they answer ({@code openapi/*.json}).
 */
final class OpenApi {

	private static final String FOLDER = "openapi/";

	private final DeclaredRoutes declared;

	private final Routes routes;

	private final JsonMapper json;

	private final Map<String, Map<String, Object>> answers;

	private final Map<String, Object> schemas = new TreeMap<>();

	OpenApi(DeclaredRoutes declared, Routes routes, JsonMapper json) {
		this.declared = declared;
		this.routes = routes;
		this.json = json;
		this.answers = read(FOLDER + "answers.json");
	}

	Map<String, Object> document() {
		common();
		answerSchemas();
		Map<String, Object> paths = new LinkedHashMap<>();
		paths.put("/wp-json", index("The site, its namespaces and routes", "name", "description", "url", "home",
				"gmt_offset", "timezone_string"));
		paths.put("/wp-json/wc/v3", index("The namespace and its routes", "namespace"));
		for (DeclaredRoute route : this.declared.all()) {
			Map<String, Object> operations = operations(route);
			if (!operations.isEmpty()) {
				paths.put("/wp-json" + OpenApiOperation.template(route.pattern()), operations);
			}
		}
		Map<String, Object> document = object("openapi", "3.1.0", "info", object("title", "WooCommerce REST API",
				"version", "v3", "description",
				"The unchanged endpoints, as this process serves them. Bodies may be JSON or forms; parameters may also be sent in the query. "
						+ "Keys are sent as Basic credentials or in the query over https, and sign requests with OAuth 1.0a over plain http."),
				"servers", List.of(object("url", "/")), "security",
				List.of(object("key", List.of()), object("keyInQuery", List.of(), "secretInQuery", List.of())));
		document.put("paths", paths);
		document.put("components",
				object("schemas", this.schemas, "securitySchemes", securitySchemes(), "parameters",
						object("Fields",
								object("name", "_fields", "in", "query", "style", "form", "explode", false,
										"description", "Only these properties are answered.", "schema",
										listOf(object("type", "string"))))));
		return document;
	}

	private Map<String, Object> operations(DeclaredRoute route) {
		Map<String, Object> operations = new LinkedHashMap<>();
		Map<String, Object> answered = this.answers.getOrDefault(route.pattern(), Map.of());
		for (String method : route.methods()) {
			if (this.routes.bound(method, route) != null) {
				String answer = (String) answered.getOrDefault(method, "");
				OpenApiOperation operation = new OpenApiOperation(route, method, answer);
				operations.put(method.toLowerCase(Locale.ROOT), operation.described());
				this.schemas.putAll(operation.inputs());
			}
		}
		return operations;
	}

	private static Map<String, Object> index(String summary, String... texts) {
		Map<String, Object> properties = new LinkedHashMap<>();
		Arrays.stream(texts).forEach((name) -> properties.put(name, object("type", "string")));
		properties.put("namespaces", listOf(object("type", "string")));
		properties.put("authentication", object("type", List.of("array", "object")));
		properties.put("routes", object("type", "object"));
		properties.put("_links", reference("Links"));
		return object("get", object("tags", List.of("index"), "summary", summary, "security", List.of(), "responses",
				object("200", OpenApiOperation.response("Done.", object("type", "object", "properties", properties)))));
	}

	private void common() {
		this.schemas.put("Error",
				object("type", "object", "required", List.of("code", "message"), "properties", object("code",
						object("type", "string"), "message", object("type", "string"), "data",
						object("description", "An object with the status; an error of a refund has a number."))));
		this.schemas.put("BatchError", object("type", "object", "required", List.of("id", "error"), "properties",
				object("id", object("type", List.of("integer", "string")), "error", reference("Error"))));
		this.schemas.put("Meta",
				object("type", "object", "properties",
						object("id", object("type", "integer"), "key", object("type", "string"), "value",
								object("description", "Anything."), "display_key", object("type", "string"),
								"display_value", object("description", "Anything."))));
		this.schemas.put("Links",
				object("type", "object", "additionalProperties",
						listOf(object("type", "object", "properties", object("href", object("type", "string"),
								"embeddable", object("type", "boolean"), "targetHints", object("type", "object"))))));
	}

	private void answerSchemas() {
		this.<Object>read(FOLDER + "schemas.json").forEach((name, given) -> {
			Map<String, Object> schema = given;
			if (given.get("declared") instanceof String resource) {
				schema = OpenApiSchemas.patched(resource(resource), part(given, "patch"));
			}
			Map<String, Object> answer = OpenApiSchemas.answer(schema);
			Map<String, Object> properties = new LinkedHashMap<>(part(answer, "properties"));
			properties.put("_links", reference("Links"));
			answer.put("properties", properties);
			this.schemas.put(name, answer);
		});
	}

	private Map<String, Object> resource(String name) {
		try (InputStream file = OpenApi.class.getResourceAsStream("schemas/" + name + ".json")) {
			return this.json.readValue(file, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException("The schema of " + name + " cannot be read", ex);
		}
	}

	private <T> Map<String, Map<String, T>> read(String name) {
		try (InputStream file = OpenApi.class.getResourceAsStream(name)) {
			return this.json.readValue(file, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException(name + " cannot be read", ex);
		}
	}

	private static Map<String, Object> securitySchemes() {
		return object("key",
				object("type", "http", "scheme", "basic", "description", "Consumer key and consumer secret."),
				"keyInQuery", object("type", "apiKey", "in", "query", "name", "consumer_key"), "secretInQuery",
				object("type", "apiKey", "in", "query", "name", "consumer_secret"));
	}

}

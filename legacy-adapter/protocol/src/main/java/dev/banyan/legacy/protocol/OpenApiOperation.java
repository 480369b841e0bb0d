package dev.banyan.legacy.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static dev.banyan.legacy.protocol.OpenApiSchemas.listOf;
import static dev.banyan.legacy.protocol.OpenApiSchemas.object;
import static dev.banyan.legacy.protocol.OpenApiSchemas.reference;

/**
 * Describes one method of one route.
 */
final class OpenApiOperation {

	private static final Pattern GROUP = Pattern.compile("\\(\\?P<(\\w+)>((?:\\[[^\\]]*\\]|[^()\\[\\]])+)\\)");

	private static final String CREATED = "+";

	private static final String BATCH = "batch ";

	private static final String LIST = "[]";

	private final DeclaredRoute route;

	private final String method;

	/**
	 * The schema's name; with +, it answers 201; with [], a list; with batch, several.
	 */
	private final String answer;

	private final String name;

	private final Map<String, Object> inputs = new LinkedHashMap<>();

	OpenApiOperation(DeclaredRoute route, String method, String answer) {
		this.route = route;
		this.method = method;
		this.answer = answer;
		this.name = answer.replace(CREATED, "").replace(BATCH, "").replace(LIST, "");
	}

	/** {@code /wc/v3/orders/(?P<id>[\d]+)} becomes {@code /wc/v3/orders/{id}}. */
	static String template(String pattern) {
		return GROUP.matcher(pattern).replaceAll("{$1}");
	}

	static Map<String, Object> response(String description, Map<String, Object> schema) {
		return object("description", description, "content", object("application/json", object("schema", schema)));
	}

	/** The components that the description refers to. */
	Map<String, Object> inputs() {
		return this.inputs;
	}

	Map<String, Object> described() {
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("tags", List.of(segments().getFirst()));
		operation.put("summary", summary());
		operation.put("operationId", operationId());
		Map<String, Map<String, Object>> given = new LinkedHashMap<>(this.route.parameters(this.method));
		List<Object> parameters = path(given);
		if (writes()) {
			operation.put("requestBody", object("content", object("application/json", object("schema", input(given)))));
		}
		else {
			given.forEach((parameter, declared) -> parameters.add(query(parameter, declared)));
		}
		parameters.add(Map.of("$ref", "#/components/parameters/Fields"));
		operation.put("parameters", parameters);
		Map<String, Object> success = response(this.answer.startsWith(CREATED) ? "Created." : "Done.", schema());
		if (this.route.parameters(this.method).containsKey("page")) {
			success.put("headers", object("X-WP-Total", header("How many there are on all pages."), "X-WP-TotalPages",
					header("How many pages there are.")));
		}
		operation.put("responses", object(this.answer.startsWith(CREATED) ? "201" : "200", success, "default",
				response("Refused or failed.", reference("Error"))));
		return operation;
	}

	private boolean writes() {
		return List.of("POST", "PUT", "PATCH").contains(this.method);
	}

	private List<String> segments() {
		return Arrays.stream(template(this.route.pattern()).split("/")).skip(3).toList();
	}

	/** Takes the parameters of the path out of what is given. */
	private List<Object> path(Map<String, Map<String, Object>> given) {
		List<Object> parameters = new ArrayList<>();
		Matcher groups = GROUP.matcher(this.route.pattern());
		while (groups.find()) {
			Map<String, Object> declared = given.remove(groups.group(1));
			Map<String, Object> schema = new LinkedHashMap<>();
			schema.put("type", groups.group(2).equals("[\\d]+") ? "integer" : "string");
			Object description = (declared != null) ? declared.get("description") : null;
			parameters.add(object("name", groups.group(1), "in", "path", "required", true, "description",
					(description != null) ? description : "", "schema", schema));
		}
		return parameters;
	}

	private static Map<String, Object> query(String name, Map<String, Object> declared) {
		Map<String, Object> schema = OpenApiSchemas.input(declared);
		Object description = schema.remove("description");
		Map<String, Object> parameter = object("name", name, "in", "query", "description",
				(description != null) ? description : "");
		if (Boolean.TRUE.equals(declared.get("required"))) {
			parameter.put("required", true);
		}
		if ("array".equals(schema.get("type"))) {
			parameter.put("style", "form");
			parameter.put("explode", false);
		}
		else if ("object".equals(schema.get("type"))) {
			parameter.put("style", "deepObject");
			parameter.put("explode", true);
		}
		parameter.put("schema", schema);
		return parameter;
	}

	private Map<String, Object> input(Map<String, Map<String, Object>> given) {
		if (this.answer.startsWith(BATCH)) {
			// What a batch holds is not validated as a whole.
			Map<String, Object> items = object("type", "object", "properties",
					OpenApiSchemas.part(OpenApiSchemas.inputs(given), "properties"));
			this.inputs.put(this.name + "Batch", object("type", "object", "properties", object("create", listOf(items),
					"update", listOf(items), "delete", listOf(object("type", "integer")))));
			return reference(this.name + "Batch");
		}
		Map<String, Object> schema = OpenApiSchemas.inputs(given);
		boolean item = this.route.pattern().endsWith(")") && !this.name.isEmpty();
		if (!item && !this.answer.startsWith(CREATED)) {
			return schema;
		}
		String component = item ? this.name + "Change" : "New" + this.name;
		this.inputs.put(component, schema);
		return reference(component);
	}

	private Map<String, Object> schema() {
		if (this.name.isEmpty()) {
			return object("description", "Anything.");
		}
		Map<String, Object> one = this.name.equals("text") ? object("type", "string") : reference(this.name);
		if (this.answer.startsWith(BATCH)) {
			Map<String, Object> several = listOf(object("anyOf", List.of(one, reference("BatchError"))));
			return object("anyOf",
					List.of(object("type", "object", "properties",
							object("create", several, "update", several, "delete", several)),
							object("description", "Nothing was asked for.", "type", "array", "maxItems", 0)));
		}
		return this.answer.endsWith(LIST) ? listOf(one) : one;
	}

	private static Map<String, Object> header(String description) {
		return object("description", description, "schema", object("type", "integer"));
	}

	private String summary() {
		String what = this.name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
		if (this.answer.startsWith(BATCH)) {
			return "Create, change and delete several at once: " + what;
		}
		return switch (this.method) {
			case "GET" -> (this.answer.endsWith(LIST) ? "List: " : "Show: ") + what;
			case "DELETE" -> "Delete: " + what;
			case "POST" -> this.answer.startsWith(CREATED) ? "Create: " + what : words();
			default -> "Change: " + what;
		};
	}

	private String words() {
		String last = segments().getLast();
		return last.startsWith("{") ? "Change: " + this.name.toLowerCase(Locale.ROOT) : last.replaceAll("[-_]", " ");
	}

	private String operationId() {
		return this.method.toLowerCase(Locale.ROOT) + segments().stream()
			.flatMap((segment) -> Arrays.stream(segment.split("[-_{}]")))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
	}

}

package dev.banyan.legacy.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A route as the API declares it: the pattern of its path, its methods and their
 * parameters.
 */
final class DeclaredRoute {

	private static final Pattern GROUP = Pattern.compile("\\(\\?P<(\\w+)>");

	private static final String DEFAULT = "default";

	private final String pattern;

	private final Pattern regex;

	private final List<String> names = new ArrayList<>();

	private final List<String> methods;

	private final List<Map<String, Object>> endpoints;

	private final Map<String, Map<String, Map<String, Object>>> parameters = new LinkedHashMap<>();

	private final Map<String, Supplier<List<String>>> choices = new LinkedHashMap<>();

	private final Map<String, Supplier<String>> standards = new LinkedHashMap<>();

	@SuppressWarnings("unchecked")
	DeclaredRoute(String pattern, Map<String, Object> declaration) {
		this.pattern = pattern;
		this.methods = List.copyOf((List<String>) declaration.getOrDefault("methods", List.of()));
		this.endpoints = (List<Map<String, Object>>) declaration.getOrDefault("endpoints", List.of());
		Matcher groups = GROUP.matcher(pattern);
		StringBuilder java = new StringBuilder();
		while (groups.find()) {
			this.names.add(groups.group(1));
			groups.appendReplacement(java, "(");
		}
		groups.appendTail(java);
		this.regex = Pattern.compile("^" + java + "$", Pattern.CASE_INSENSITIVE);
		for (Map<String, Object> endpoint : this.endpoints) {
			Object args = endpoint.get("args");
			Map<String, Map<String, Object>> named = (args instanceof Map<?, ?> map)
					? (Map<String, Map<String, Object>>) map : Map.of();
			((List<String>) endpoint.getOrDefault("methods", List.of()))
				.forEach((method) -> this.parameters.put(method, named));
		}
	}

	String pattern() {
		return this.pattern;
	}

	List<String> methods() {
		return this.methods;
	}

	/** What the route's description shows. */
	@SuppressWarnings("unchecked")
	List<Map<String, Object>> endpoints() {
		if (this.choices.isEmpty() && this.standards.isEmpty()) {
			return this.endpoints;
		}
		return this.endpoints.stream().map((endpoint) -> {
			Map<String, Object> current = new LinkedHashMap<>(endpoint);
			current.computeIfPresent("args", (args, declared) -> (declared instanceof Map<?, ?>)
					? described(chosen((Map<String, Map<String, Object>>) declared)) : declared);
			return current;
		}).toList();
	}

	/** Properties with the defaults that hold now, where they have any. */
	Map<String, Map<String, Object>> described(Map<String, Map<String, Object>> declared) {
		Map<String, Map<String, Object>> current = new LinkedHashMap<>(declared);
		this.standards.forEach((name, value) -> current.computeIfPresent(name, (same, schema) -> {
			Map<String, Object> described = new LinkedHashMap<>(schema);
			described.computeIfPresent(DEFAULT, (keyword, old) -> value.get());
			return described;
		}));
		return current;
	}

	boolean fixed() {
		return this.names.isEmpty();
	}

	Map<String, Map<String, Object>> parameters(String method) {
		Map<String, Map<String, Object>> declared = this.parameters.getOrDefault(method, Map.of());
		if (this.choices.isEmpty() && this.standards.isEmpty()) {
			return declared;
		}
		Map<String, Map<String, Object>> current = chosen(declared);
		this.standards.keySet().forEach((name) -> current.computeIfPresent(name, (same, schema) -> {
			Map<String, Object> open = new LinkedHashMap<>(schema);
			open.remove(DEFAULT);
			return open;
		}));
		return current;
	}

	private Map<String, Map<String, Object>> chosen(Map<String, Map<String, Object>> declared) {
		Map<String, Map<String, Object>> current = new LinkedHashMap<>(declared);
		this.choices.forEach((name, values) -> current.computeIfPresent(name, (same, schema) -> {
			Map<String, Object> chosen = new LinkedHashMap<>(schema);
			chosen.put("enum", values.get());
			return chosen;
		}));
		return current;
	}

	/** What a parameter may be is known at run time only. */
	void choices(String parameter, Supplier<List<String>> values) {
		this.choices.put(parameter, values);
	}

	/**
	 * What a parameter is if it is not given is known at run time only, to the handler.
	 */
	void standard(String parameter, Supplier<String> value) {
		this.standards.put(parameter, value);
	}

	/** The path's variables, or null if the path is not this route's. */
	@Nullable Map<String, String> match(String path) {
		Matcher matcher = this.regex.matcher(path);
		if (!matcher.matches()) {
			return null;
		}
		Map<String, String> variables = new LinkedHashMap<>();
		for (int i = 0; i < this.names.size(); i++) {
			variables.put(this.names.get(i), matcher.group(i + 1));
		}
		return variables;
	}

	List<String> methodsOf(Map<String, Object> endpoint) {
		return this.methods.stream().filter(((List<?>) endpoint.getOrDefault("methods", List.of()))::contains).toList();
	}

}

package dev.banyan.legacy.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A request with its parameters merged from path, query, body and defaults, validated and
 * sanitised.
 */
public final class RestRequest {

	private final String method;

	private final String path;

	private final Map<String, @Nullable Object> parameters;

	private final Map<String, ? extends @Nullable Object> query;

	private final Caller caller;

	private final DeclaredRoutes declared;

	private boolean gone;

	RestRequest(String method, String path, Map<String, @Nullable Object> parameters,
			Map<String, ? extends @Nullable Object> query, Caller caller, DeclaredRoutes declared) {
		this.method = method;
		this.path = path;
		this.parameters = parameters;
		this.query = query;
		this.caller = caller;
		this.declared = declared;
	}

	/** The same request with the parameters of one item of a batch. */
	RestRequest item(String itemMethod, Map<String, @Nullable Object> item) {
		return new RestRequest(itemMethod, this.path, item, Map.of(), this.caller, this.declared);
	}

	/**
	 * Tells that what the request names is not there, or not any more: the answer does
	 * not say what is allowed with it.
	 */
	public void gone() {
		this.gone = true;
	}

	boolean isGone() {
		return this.gone;
	}

	/**
	 * The method, after an override.
	 * @return in capitals
	 */
	public String method() {
		return this.method;
	}

	/**
	 * The path below {@code /wp-json}.
	 * @return for example {@code /wc/v3/products}
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Who calls.
	 * @return the caller
	 */
	public Caller caller() {
		return this.caller;
	}

	/**
	 * The query parameters as they were sent, for links to other pages.
	 * @return by name
	 */
	Map<String, ? extends @Nullable Object> query() {
		return this.query;
	}

	/**
	 * Whether a parameter was given or has a default, even null.
	 * @param name the parameter
	 * @return true if it is there
	 */
	public boolean has(String name) {
		return this.parameters.containsKey(name);
	}

	/**
	 * Whether a parameter is there and not null.
	 * @param name the parameter
	 * @return true if it has a value
	 */
	public boolean isSet(String name) {
		return this.parameters.get(name) != null;
	}

	/**
	 * A parameter as it is.
	 * @param name the parameter
	 * @return its value
	 */
	public @Nullable Object get(String name) {
		return this.parameters.get(name);
	}

	/**
	 * All parameters.
	 * @return by name
	 */
	public Map<String, @Nullable Object> parameters() {
		return this.parameters;
	}

	/**
	 * A parameter as text.
	 * @param name the parameter
	 * @return its text, or null if it is not set
	 */
	public @Nullable String string(String name) {
		return Values.string(this.parameters.get(name));
	}

	/**
	 * A parameter as text.
	 * @param name the parameter
	 * @param otherwise what to take if it is not set
	 * @return its text
	 */
	public String string(String name, String otherwise) {
		String value = string(name);
		return (value != null) ? value : otherwise;
	}

	/**
	 * A parameter as a whole number; text that is none counts as 0.
	 * @param name the parameter
	 * @return its number, or null if it is not set
	 */
	public @Nullable Integer integer(String name) {
		Long value = longValue(name);
		return (value != null) ? (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE) : null;
	}

	/**
	 * A parameter as a whole number; text that is none counts as 0.
	 * @param name the parameter
	 * @return its number, or null if it is not set
	 */
	public @Nullable Long longValue(String name) {
		return Values.integer(this.parameters.get(name));
	}

	/**
	 * A parameter as yes or no.
	 * @param name the parameter
	 * @return its value, or null if it is not set
	 */
	public @Nullable Boolean bool(String name) {
		return Values.bool(this.parameters.get(name));
	}

	/**
	 * Whether a parameter is set and true.
	 * @param name the parameter
	 * @return true only then
	 */
	public boolean isTrue(String name) {
		return Boolean.TRUE.equals(bool(name));
	}

	/**
	 * A parameter as a decimal number.
	 * @param name the parameter
	 * @return its number; null if it is not set or is no number
	 */
	public @Nullable BigDecimal decimal(String name) {
		return Values.decimal(this.parameters.get(name));
	}

	/**
	 * A parameter as a list.
	 * @param name the parameter
	 * @return its items; empty if it is not set or is no list
	 */
	public List<@Nullable Object> list(String name) {
		return Values.list(this.parameters.get(name));
	}

	/**
	 * A parameter as a list of objects; other items are left out.
	 * @param name the parameter
	 * @return its objects
	 */
	public List<Map<String, @Nullable Object>> objects(String name) {
		List<Map<String, @Nullable Object>> objects = new ArrayList<>();
		for (Object item : list(name)) {
			if (item instanceof Map<?, ?>) {
				objects.add(Values.object(item));
			}
		}
		return objects;
	}

	/**
	 * A parameter as a list of ids: whole numbers, or numbers in a text separated by
	 * commas.
	 * @param name the parameter
	 * @return the ids; what is no number counts as 0
	 */
	public List<Long> ids(String name) {
		Object value = this.parameters.get(name);
		List<@Nullable Object> items = (value instanceof String text) ? List.copyOf(Values.split(text)) : list(name);
		List<Long> ids = new ArrayList<>();
		if (value instanceof Number number) {
			ids.add(number.longValue());
		}
		for (Object item : items) {
			Long id = Values.integer(item);
			ids.add((id != null) ? Math.abs(id) : 0);
		}
		return ids;
	}

	/**
	 * A parameter as an object.
	 * @param name the parameter
	 * @return its properties; empty if it is not set or is no object
	 */
	public Map<String, @Nullable Object> object(String name) {
		return Values.object(this.parameters.get(name));
	}

	/**
	 * Whether the answer is for editing.
	 * @return true for a change and for {@code context=edit}
	 */
	public boolean edit() {
		return !this.method.equals("GET") || "edit".equals(string("context"));
	}

	/**
	 * The number of the page.
	 * @return 1 or more
	 */
	public int page() {
		Integer page = integer("page");
		return (page != null) ? Math.max(1, page) : 1;
	}

	/**
	 * How many items a page has.
	 * @return 1 to 100
	 */
	public int perPage() {
		Integer size = integer("per_page");
		return (size != null) ? Math.clamp(size, 1, 100) : 10;
	}

	/**
	 * How many items come before the page.
	 * @return 0 or more
	 */
	public int offset() {
		Integer offset = integer("offset");
		return (offset != null && offset > 0) ? offset
				: Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) (page() - 1) * perPage()));
	}

	/**
	 * The address of a path of the API, as this client sees it.
	 * @param path below {@code /wp-json}
	 * @return the address
	 */
	public String url(String path) {
		return this.caller.publicUrl() + "/wp-json" + path;
	}

	/**
	 * The links of a resource: to itself, with what may be done to it, and to its
	 * collection.
	 * @param self its path below {@code /wp-json}
	 * @param collection the path of its collection
	 * @return the links, for more to be added
	 */
	public Map<String, Object> links(String self, String collection) {
		DeclaredRoutes.Match match = this.declared.match(self);
		return links(self, collection, (match != null) ? match.route().methods() : List.of("GET"));
	}

	/**
	 * The links of a resource of which some actions are ruled out.
	 * @param self its path below {@code /wp-json}
	 * @param collection the path of its collection
	 * @param allowed the methods that it allows
	 * @return the links, for more to be added
	 */
	public Map<String, Object> links(String self, String collection, List<String> allowed) {
		Map<String, Object> links = new LinkedHashMap<>();
		links.put("self", List.of(Map.of("href", url(self), "targetHints", Map.of("allow", allowed))));
		links.put("collection", List.of(Map.of("href", url(collection))));
		return links;
	}

	/**
	 * A link.
	 * @param path below {@code /wp-json}
	 * @return the link as it stands in {@code _links}
	 */
	public List<Map<String, Object>> link(String path) {
		return List.of(Map.of("href", url(path)));
	}

}

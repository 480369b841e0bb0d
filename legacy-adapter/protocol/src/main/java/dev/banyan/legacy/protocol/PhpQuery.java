package dev.banyan.legacy.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Reads query strings and form bodies as PHP does: {@code a[]=1&a[]=2} is a list,
 * {@code a[b]=1} an object.
 */
final class PhpQuery {

	private static final int MAX_PARAMETERS = 1000;

	private static final int MAX_DEPTH = 16;

	private static final Pattern INDEX = Pattern.compile("\\[([^\\[\\]]*)]");

	private PhpQuery() {
	}

	static Map<String, @Nullable Object> parse(@Nullable String query) {
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
		if (query == null || query.isEmpty()) {
			return parameters;
		}
		int count = 0;
		for (String pair : query.split("&")) {
			if (pair.isEmpty() || ++count > MAX_PARAMETERS) {
				continue;
			}
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			put(parameters, name, (equals < 0) ? "" : decode(pair.substring(equals + 1)));
		}
		parameters.replaceAll((name, value) -> listsInside(value));
		return parameters;
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	@SuppressWarnings("unchecked")
	private static void put(Map<String, @Nullable Object> parameters, String name, String value) {
		List<String> path = path(name);
		Map<String, @Nullable Object> target = parameters;
		for (String step : path.subList(0, path.size() - 1)) {
			String key = step.isEmpty() ? String.valueOf(target.size()) : step;
			if (!(target.get(key) instanceof Map<?, ?>)) {
				target.put(key, new LinkedHashMap<>());
			}
			target = (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(target.get(key));
		}
		String last = path.getLast();
		target.put(last.isEmpty() ? String.valueOf(target.size()) : last, value);
	}

	/** A name whose brackets do not pair is one as a whole. */
	private static List<String> path(String name) {
		int bracket = name.indexOf('[');
		List<String> path = new ArrayList<>(List.of((bracket > 0) ? name.substring(0, bracket) : name));
		int end = bracket;
		if (bracket > 0) {
			Matcher indexes = INDEX.matcher(name);
			while (indexes.find(end) && indexes.start() == end) {
				end = indexes.end();
				if (path.size() < MAX_DEPTH) {
					path.add(indexes.group(1));
				}
			}
		}
		return (bracket > 0 && end == name.length()) ? path : List.of(name.replace('.', '_').replace(' ', '_'));
	}

	private static @Nullable Object listsInside(@Nullable Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			return value;
		}
		Map<String, @Nullable Object> object = Values.object(map);
		object.replaceAll((name, item) -> listsInside(item));
		boolean list = IntStream.range(0, object.size()).allMatch((i) -> object.containsKey(String.valueOf(i)));
		return list ? new ArrayList<>(object.values()) : object;
	}

}

package dev.banyan.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.recordings.FieldByField.Difference;
import org.yaml.snakeyaml.Yaml;

/**
 * The reviewed list of what Banyan answers differently from a real shop, with the reason
 * of each.
 */
final class DeclaredDifferences {

	private final Map<String, Set<String>> fields = new HashMap<>();

	private DeclaredDifferences() {
	}

	static DeclaredDifferences load(String resource) {
		try (InputStream file = DeclaredDifferences.class.getResourceAsStream(resource)) {
			List<Map<String, Object>> entries = new Yaml().load(file);
			DeclaredDifferences declared = new DeclaredDifferences();
			entries.forEach(declared::add);
			return declared;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(Map<String, Object> entry) {
		if (!(entry.get("reason") instanceof String reason) || reason.isBlank()) {
			throw new IllegalStateException("No reason is given for " + entry);
		}
		List<?> named = (List<?>) entry.get("fields");
		Set<String> declared = Set.copyOf(named.stream().map(String::valueOf).toList());
		if (this.fields.putIfAbsent(String.valueOf(entry.get("exchange")), declared) != null) {
			throw new IllegalStateException("Declared twice: " + entry);
		}
	}

	Set<String> exchanges() {
		return this.fields.keySet();
	}

	/** What is wrong with the declarations, given what really differs in an exchange. */
	List<String> objections(String exchange, List<Difference> differences) {
		Set<String> declared = this.fields.getOrDefault(exchange, Set.of());
		List<String> objections = new ArrayList<>();
		for (Difference difference : differences) {
			if (declared.stream().noneMatch((field) -> covers(field, difference))) {
				objections.add(exchange + " differs, not declared: " + difference);
			}
		}
		for (String field : declared) {
			if (differences.stream().noneMatch((difference) -> covers(field, difference))) {
				objections.add(exchange + " no longer differs, but is declared: " + field);
			}
		}
		return objections;
	}

	/** A declared field stands for everything below it. */
	private static boolean covers(String field, Difference difference) {
		String found = difference.field();
		return found.startsWith(field)
				&& (found.length() == field.length() || ".[".indexOf(found.charAt(field.length())) >= 0);
	}

}

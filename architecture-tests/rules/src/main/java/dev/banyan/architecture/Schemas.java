package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which schema has which tables, as the migrations say.
 */
final class Schemas {

	private static final Pattern CREATED = Pattern.compile(
			"(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:table|view|sequence)\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.`\"]+)");

	private final Map<String, Set<String>> tables = new TreeMap<>();

	private final List<Migration> migrations = new ArrayList<>();

	/**
	 * A migration script.
	 *
	 * @param owner the module whose artifact has it; where one artifact has all modules,
	 * its folder alone tells
	 * @param schema the folder below {@code db/migration}
	 * @param file the script
	 * @param text its statements, comments blanked
	 */
	record Migration(String owner, String schema, Path file, String text) {
	}

	Schemas(CodeBase code) {
		for (Artifact artifact : code.artifacts()) {
			Path folder = artifact.folder().resolve("src/main/resources/db/migration");
			if (Files.isDirectory(folder)) {
				read((code.artifacts().size() == 1) ? Optional.empty()
						: Optional.of(artifact.module().orElse(artifact.name())), folder);
			}
		}
		code.modules().forEach((module) -> this.tables.computeIfAbsent(module, (key) -> new TreeSet<>()));
	}

	private void read(Optional<String> owner, Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((file) -> file.toString().endsWith(".sql")).sorted().toList()) {
				String schema = folder.relativize(file).getName(0).toString();
				String text = withoutComments(Files.readString(file)).replaceAll("[`\"]", "");
				this.migrations.add(new Migration(owner.orElse(schema), schema, file, text));
				Matcher created = CREATED.matcher(text);
				while (created.find()) {
					this.tables.computeIfAbsent(schema, (key) -> new TreeSet<>()).add(simple(created.group(1)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of the same length and with the same lines. */
	static String withoutComments(String text) {
		Matcher comment = Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL).matcher(text);
		return comment.replaceAll((found) -> Matcher.quoteReplacement(found.group().replaceAll("[^\\n]", " ")));
	}

	static String simple(String table) {
		return table.substring(table.lastIndexOf('.') + 1).replaceAll("[`\"]", "").toLowerCase(Locale.ROOT);
	}

	List<Migration> migrations() {
		return this.migrations;
	}

	Set<String> names() {
		return this.tables.keySet();
	}

	boolean has(String schema, String table) {
		return this.tables.getOrDefault(schema, Set.of()).contains(simple(table));
	}

	/** The schemas that have such a table. */
	List<String> having(String table) {
		return this.tables.keySet().stream().filter((schema) -> has(schema, table)).toList();
	}

}

package dev.banyan.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A migration touches only the schema of its module.
 */
final class Migrations {

	private static final Pattern TABLE = Pattern.compile(
			"(?i)\\b(?:create\\s+table(?:\\s+if\\s+not\\s+exists)?|alter\\s+table|drop\\s+table(?:\\s+if\\s+exists)?|"
					+ "truncate\\s+table|truncate|references|(?:insert|merge|replace)\\s+(?:ignore\\s+)?into|delete\\s+from|update|from|join|"
					+ "create\\s+table\\s+[\\w.]+\\s+like|"
					+ "create\\s+(?:unique\\s+)?index\\s+(?:if\\s+not\\s+exists\\s+)?\\w+\\s+on)\\s+([\\w`]+(?:\\.[\\w`]+)?)");

	private static final Pattern SCHEMA = Pattern
		.compile("(?i)\\b(?:use|(?:create|drop|set)\\s+schema(?:\\s+if\\s+(?:not\\s+)?exists)?)\\s+(\\w+)");

	private static final List<String> NO_TABLES = List.of("set", "cascade", "restrict", "select");

	private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\.[A-Za-z_]\\w*");

	private static final Pattern ALIAS = Pattern
		.compile("(?i)(?=(?:\\b(?:from|join|update|into)\\s+|,\\s*)[\\w.]+\\s+(?:as\\s+)?(\\w+))");

	private Migrations() {
	}

	static Rule rule() {
		return new BoundaryRule("own-migrations", "A migration touches only its own module's tables",
				"only a module's own code touches its schema; it may lie on another server tomorrow",
				"keep the id of what another module owns, without a foreign key, and let that module migrate its own tables",
				(findings) -> {
					Schemas schemas = new Schemas(findings.code());
					ForeignTables foreign = new ForeignTables(findings.code(), schemas);
					schemas.migrations().forEach((migration) -> look(findings, schemas, foreign, migration));
				});
	}

	private static void look(Findings findings, Schemas schemas, ForeignTables others, Schemas.Migration migration) {
		String name = migration.file().getFileName().toString();
		if (!migration.schema().equals(migration.owner())) {
			findings.in(migration.owner(), migration.file(), 0,
					name + " of " + migration.owner() + " migrates schema " + migration.schema());
		}
		Matcher table = TABLE.matcher(migration.text());
		Set<Integer> told = new HashSet<>();
		while (table.find()) {
			String used = table.group(1);
			told.add(table.start(1));
			boolean qualified = used.contains(".");
			boolean foreign = qualified ? !used.substring(0, used.indexOf('.')).equalsIgnoreCase(migration.schema())
					: !schemas.has(migration.schema(), used) && !NO_TABLES.contains(used.toLowerCase(Locale.ROOT));
			if (foreign) {
				findings.in(migration.owner(), migration.file(), Lines.at(migration.text(), table.start(1)),
						name + " of " + migration.owner() + " uses table " + used + owners(schemas, used));
			}
		}
		elsewhere(findings, schemas, migration, told);
		inLists(findings, others, migration, told);
		Matcher schema = SCHEMA.matcher(migration.text());
		while (schema.find()) {
			if (!schema.group(1).equalsIgnoreCase(migration.schema())) {
				findings.in(migration.owner(), migration.file(), Lines.at(migration.text(), schema.start(1)),
						name + " of " + migration.owner() + " uses schema " + schema.group(1));
			}
		}
	}

	/** Any other place that names another module's schema: views, triggers, grants. */
	private static void elsewhere(Findings findings, Schemas schemas, Schemas.Migration migration, Set<Integer> told) {
		Pattern.compile("[^;]+").matcher(migration.text()).results().forEach((statement) -> {
			Set<String> aliases = ALIAS.matcher(statement.group())
				.results()
				.map((alias) -> alias.group(1).toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet());
			QUALIFIED.matcher(statement.group()).results().forEach((name) -> {
				String schema = name.group(1).toLowerCase(Locale.ROOT);
				int position = statement.start() + name.start();
				boolean own = schema.equalsIgnoreCase(migration.schema()) || schemas.has(migration.schema(), schema);
				if (!told.contains(position) && !own && !aliases.contains(schema) && schemas.names().contains(schema)) {
					findings.in(migration.owner(), migration.file(), Lines.at(migration.text(), position),
							migration.file().getFileName() + " of " + migration.owner() + " uses " + name.group());
				}
			});
		});
	}

	/** Tables after a comma. */
	private static void inLists(Findings findings, ForeignTables foreign, Schemas.Migration migration,
			Set<Integer> told) {
		Pattern.compile("[^;]+")
			.matcher(migration.text())
			.results()
			.forEach((statement) -> foreign.in(migration.schema(), statement.group())
				.stream()
				.filter((named) -> !named.name().contains(".") && !told.contains(statement.start() + named.position()))
				.forEach((named) -> findings.in(migration.owner(), migration.file(),
						Lines.at(migration.text(), statement.start() + named.position()),
						migration.file().getFileName() + " of " + migration.owner() + " uses table " + named.name()
								+ " of " + named.owner())));
	}

	private static String owners(Schemas schemas, String table) {
		List<String> owners = schemas.having(table);
		return owners.isEmpty() ? "" : " of " + String.join(", ", owners);
	}

}

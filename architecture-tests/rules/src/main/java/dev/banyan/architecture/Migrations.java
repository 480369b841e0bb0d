package dev.banyan.architecture;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration touches only the schema of its module.
 */
final class Migrations {

	private static final Pattern TABLE = Pattern.compile(
			"(?i)\\b(?:create\\s+table(?:\\s+if\\s+not\\s+exists)?|alter\\s+table|drop\\s+table(?:\\s+if\\s+exists)?|"
					+ "truncate\\s+table|references|insert\\s+into|delete\\s+from|update|from|join|"
					+ "create\\s+(?:unique\\s+)?index\\s+\\w+\\s+on)\\s+([\\w`]+(?:\\.[\\w`]+)?)");

	private static final Pattern SCHEMA = Pattern
		.compile("(?i)\\b(?:use|(?:create|drop|set)\\s+schema(?:\\s+if\\s+(?:not\\s+)?exists)?)\\s+(\\w+)");

	private static final List<String> NO_TABLES = List.of("set", "cascade", "restrict", "select");

	private Migrations() {
	}

	static Rule rule() {
		return new BoundaryRule("own-migrations", "A migration touches only its own module's tables",
				"only a module's own code touches its schema; it may lie on another server tomorrow",
				"keep the id of what another module owns, without a foreign key, and let that module migrate its own tables",
				(findings) -> {
					Schemas schemas = new Schemas(findings.code());
					schemas.migrations().forEach((migration) -> look(findings, schemas, migration));
				});
	}

	private static void look(Findings findings, Schemas schemas, Schemas.Migration migration) {
		String name = migration.file().getFileName().toString();
		if (!migration.schema().equals(migration.owner())) {
			findings.in(migration.owner(), migration.file(), 0,
					name + " of " + migration.owner() + " migrates schema " + migration.schema());
		}
		Matcher table = TABLE.matcher(migration.text());
		while (table.find()) {
			String used = table.group(1).replace("`", "");
			boolean qualified = used.contains(".");
			boolean foreign = qualified ? !used.substring(0, used.indexOf('.')).equalsIgnoreCase(migration.schema())
					: !schemas.has(migration.schema(), used) && !NO_TABLES.contains(used.toLowerCase(Locale.ROOT));
			if (foreign) {
				findings.in(migration.owner(), migration.file(), Lines.at(migration.text(), table.start(1)),
						name + " of " + migration.owner() + " uses table " + used + owners(schemas, used));
			}
		}
		Matcher schema = SCHEMA.matcher(migration.text());
		while (schema.find()) {
			if (!schema.group(1).equalsIgnoreCase(migration.schema())) {
				findings.in(migration.owner(), migration.file(), Lines.at(migration.text(), schema.start(1)),
						name + " of " + migration.owner() + " uses schema " + schema.group(1));
			}
		}
	}

	private static String owners(Schemas schemas, String table) {
		List<String> owners = schemas.having(table);
		return owners.isEmpty() ? "" : " of " + String.join(", ", owners);
	}

}

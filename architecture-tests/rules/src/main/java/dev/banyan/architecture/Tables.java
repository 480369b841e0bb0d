package dev.banyan.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;

/**
 * Entities and SQL name only the tables of their own module.
 */
final class Tables {

	private static final String ENTITY = "jakarta.persistence.Entity";

	private static final Set<String> MAPPED = Set.of(ENTITY, "jakarta.persistence.Embeddable",
			"jakarta.persistence.MappedSuperclass");

	/** Where Flyway looks for migrations in Java. */
	private static final String MIGRATIONS = "db.migration.";

	private static final Pattern STATEMENT = Pattern.compile("(?is)\\bselect\\b.+\\bfrom\\b|\\binsert\\s+into\\b|"
			+ "\\bupdate\\s+[\\w.]+(\\s+\\w+)?\\s+set\\b|\\bdelete\\s+from\\b|\\bmerge\\s+into\\b|\\btruncate\\s+table\\b|"
			+ "^\\s*(from|join)\\s+[\\w.]+(\\s+\\w+)?(\\s+(where|on|join|order)\\b|\\s*$)");

	private static final Pattern TABLE = Pattern
		.compile("(?i)\\b(?:from|join|into|update|table|references)\\s+([\\w`]+(?:\\.[\\w`]+)?)");

	private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])([A-Za-z_]+)\\.([A-Za-z_]+)\\b");

	private Tables() {
	}

	static Rule ofEntities() {
		return new BoundaryRule("own-entities",
				"An entity's tables lie in its module's schema, and so do its relations",
				"only a module's own code touches its schema",
				"name the module's schema in @Table, and hold the id of what another module owns", (findings) -> {
					for (JavaClass type : findings.code().classes()) {
						findings.layout().moduleOf(type).ifPresent((module) -> entity(findings, type, module));
					}
				});
	}

	private static void entity(Findings findings, JavaClass type, String module) {
		if (type.isAnnotatedWith(ENTITY)) {
			Object schema = type.tryGetAnnotationOfType("jakarta.persistence.Table")
				.flatMap((table) -> table.get("schema"))
				.orElse("");
			for (JavaAnnotation<?> annotation : type.getAnnotations()) {
				foreignSchema(annotation, module)
					.ifPresent((other) -> findings.at(type, "@" + annotation.getRawType().getSimpleName() + "\\b",
							type.getName() + " uses schema '" + other + "'"));
			}
			if (!module.equals(schema)) {
				findings.at(type, type.getName() + " lies in schema '" + schema + "', not in '" + module + "'");
			}
		}
		for (JavaField field : type.getFields()) {
			String declaration = "\\b" + field.getName() + "\\s*[;=]";
			for (JavaClass involved : field.getType().getAllInvolvedRawTypes()) {
				if (MAPPED.stream().anyMatch(type::isAnnotatedWith) && findings.layout().crosses(type, involved)
						&& involved.isAnnotatedWith(ENTITY)) {
					findings.at(type, declaration, field.getFullName() + " relates to entity " + involved.getName());
				}
			}
			for (JavaAnnotation<?> annotation : field.getAnnotations()) {
				foreignSchema(annotation, module).ifPresent((other) -> findings.at(type, declaration,
						field.getFullName() + " uses schema '" + other + "'"));
			}
		}
	}

	/** What {@code @Table} says is told already. */
	private static Optional<Object> foreignSchema(JavaAnnotation<?> annotation, String module) {
		boolean mapping = annotation.getRawType().getPackageName().equals("jakarta.persistence")
				&& !annotation.getRawType().getSimpleName().equals("Table");
		return Stream.of("schema", "catalog")
			.flatMap((name) -> annotation.get(name).stream())
			.filter((schema) -> mapping && !"".equals(schema) && !module.equals(schema))
			.findFirst();
	}

	static Rule inSql() {
		return new BoundaryRule("own-sql", "SQL names only its own module's tables",
				"only a module's own code touches its schema; it may lie on another server tomorrow",
				"call the module that owns the table, or keep a copy of what you need, fed by its events",
				(findings) -> {
					Schemas schemas = new Schemas(findings.code());
					Set<String> entities = findings.code()
						.classes()
						.stream()
						.filter((type) -> type.isAnnotatedWith(ENTITY))
						.map((type) -> part(findings, type.getPackageName()) + "/"
								+ type.getSimpleName().toLowerCase(Locale.ROOT))
						.collect(Collectors.toSet());
					for (ClassText type : findings.code().texts()) {
						String part = part(findings, type.packageName());
						for (ClassText.Text text : type.texts()) {
							foreignTables(schemas, part, text.value(), entities).forEach((table) -> findings.in(type,
									text, type.className() + " has SQL on table " + table));
						}
					}
				});
	}

	private static String part(Findings findings, String packageName) {
		String name = packageName.startsWith(MIGRATIONS)
				? findings.layout().basePackage() + "." + packageName.substring(MIGRATIONS.length()) : packageName;
		return findings.layout().partOf(name).orElse("");
	}

	private static Set<String> foreignTables(Schemas schemas, String part, String quoted, Set<String> entities) {
		String text = quoted.replaceAll("[`\"]", "");
		Set<String> foreign = new TreeSet<>();
		Matcher qualified = QUALIFIED.matcher(text);
		while (qualified.find()) {
			String schema = qualified.group(1).toLowerCase(Locale.ROOT);
			boolean named = TABLE.matcher(text).results().anyMatch((table) -> table.group(1).equals(qualified.group()));
			if (!schema.equals(part) && schemas.names().contains(schema)
					&& (named || (schemas.has(schema, qualified.group(2)) && STATEMENT.matcher(text).find()))) {
				foreign.add(qualified.group() + " of " + schema);
			}
		}
		if (STATEMENT.matcher(text).find()) {
			Matcher table = TABLE.matcher(text);
			while (table.find()) {
				String name = table.group(1);
				List<String> owners = schemas.having(name);
				if (!name.contains(".") && !owners.isEmpty() && !owners.contains(part)
						&& !entities.contains(part + "/" + name.toLowerCase(Locale.ROOT))) {
					foreign.add(name + " of " + String.join(", ", owners));
				}
			}
		}
		return foreign;
	}

}

package dev.banyan.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;

/**
 * Entities and SQL name only the tables of their own module.
 */
final class Tables {

	static final String ENTITY = "jakarta.persistence.Entity";

	private static final Set<String> MAPPED = Set.of(ENTITY, "jakarta.persistence.Embeddable",
			"jakarta.persistence.MappedSuperclass");

	/** Where Flyway looks for migrations in Java. */
	private static final String MIGRATIONS = "db.migration.";

	/** What takes the name of a table, or of a schema. */
	private static final Set<String> TABLE_TAKERS = Set.of("withTableName", "usingTable", "table", "setTableName");

	private static final Set<String> SCHEMA_TAKERS = Set.of("withSchemaName", "withCatalogName", "setSchemaName",
			"setSchema", "schema");

	private static final Pattern ENTERED = Pattern
		.compile("(?i)\\s*(?:use|set\\s+schema|set\\s+search_path\\s*(?:=|to))\\s+(\\w+)\\s*;?\\s*");

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
			if (!module.equals(schema)) {
				findings.at(type, type.getName() + " lies in schema '" + schema + "', not in '" + module + "'");
			}
		}
		if (MAPPED.stream().anyMatch(type::isAnnotatedWith)) {
			for (JavaMember member : type.getMembers()) {
				relations(findings, type, member);
			}
		}
		findings.code().textOf(type).ifPresent((text) -> schemas(findings, text, type, module));
	}

	/** In fields, and in methods that stand for fields. */
	private static void relations(Findings findings, JavaClass type, JavaMember member) {
		Optional<JavaType> held = switch (member) {
			case JavaField field -> Optional.of(field.getType());
			case JavaMethod method when method.getAnnotations()
				.stream()
				.anyMatch((one) -> one.getRawType().getPackageName().equals("jakarta.persistence")) ->
				Optional.of(method.getReturnType());
			default -> Optional.empty();
		};
		held.stream()
			.flatMap((kind) -> kind.getAllInvolvedRawTypes().stream())
			.map(JavaClass::getBaseComponentType)
			.filter((involved) -> findings.layout().crosses(type, involved)
					&& MAPPED.stream().anyMatch(involved::isAnnotatedWith))
			.forEach((involved) -> findings.at(type, "\\b" + member.getName() + "\\s*[;=(]",
					member.getFullName() + " relates to entity " + involved.getName()));
	}

	/**
	 * Schemas in any annotation of the mapping; what {@code @Table} says is told already.
	 */
	private static void schemas(Findings findings, ClassText text, JavaClass type, String module) {
		for (ClassText.Schema named : text.schemas()) {
			boolean table = named.annotation().equals("jakarta.persistence.Table") && named.element().equals("schema");
			if (named.annotation().startsWith("jakarta.persistence.") && !table && !named.value().isEmpty()
					&& !named.value().equalsIgnoreCase(module)) {
				findings.in(text, new ClassText.Text(named.value(), 0, named.member(), "@"), named.value(),
						(named.member().isEmpty() ? "" : "at " + named.member() + " ") + "uses schema '" + named.value()
								+ "'");
			}
		}
	}

	static Rule inSql() {
		return new BoundaryRule("own-sql", "SQL names only its own module's tables",
				"only a module's own code touches its schema; it may lie on another server tomorrow",
				"call the module that owns the table, or keep a copy of what you need, fed by its events",
				(findings) -> {
					Schemas schemas = new Schemas(findings.code());
					ForeignTables foreign = new ForeignTables(findings.code(), schemas);
					for (ClassText type : findings.code().texts()) {
						String part = part(findings, type.packageName());
						for (ClassText.Text text : type.texts()) {
							foreign.in(part, text.value())
								.forEach((named) -> findings.in(type, text, named.name(), named.words()));
							handedOver(schemas, part, text)
								.ifPresent((words) -> findings.in(type, text, text.value(), words));
						}
					}
					inResources(findings, foreign);
				});
	}

	private static String part(Findings findings, String packageName) {
		String name = packageName.startsWith(MIGRATIONS)
				? findings.layout().basePackage() + "." + packageName.substring(MIGRATIONS.length()) : packageName;
		return findings.layout().partOf(name).orElse("");
	}

	/** A name that is no statement, given to something that makes one. */
	private static Optional<String> handedOver(Schemas schemas, String part, ClassText.Text text) {
		String name = text.value().toLowerCase(Locale.ROOT);
		if (SCHEMA_TAKERS.contains(text.use()) && !name.equals(part) && schemas.names().contains(name)) {
			return Optional.of("uses schema " + name);
		}
		Matcher entered = ENTERED.matcher(name);
		if (entered.matches() && !entered.group(1).equals(part) && schemas.names().contains(entered.group(1))) {
			return Optional.of("uses schema " + entered.group(1));
		}
		List<String> owners = schemas.having(name);
		return (TABLE_TAKERS.contains(text.use()) && !name.contains(".") && !owners.isEmpty() && !owners.contains(part))
				? Optional.of("has SQL on table " + name + " of " + String.join(", ", owners)) : Optional.empty();
	}

	/** SQL that lies in files: a statement each, a tag, a line or a string. */
	private static void inResources(Findings findings, ForeignTables foreign) {
		for (Resources.Resource resource : new Resources(findings.code()).all()) {
			String ending = resource.name().replaceFirst(".*\\.", "");
			String separators = switch (ending) {
				case "sql" -> ";";
				case "xml" -> "<>";
				case "properties", "yaml", "yml" -> "\n";
				case "json" -> "\"";
				default -> "";
			};
			if (separators.isEmpty() || resource.name().startsWith("db/migration/")) {
				continue;
			}
			String text = ending.equals("sql") ? Schemas.withoutComments(resource.text()) : resource.text();
			Pattern.compile("[^" + separators + "]+")
				.matcher(text)
				.results()
				.forEach((piece) -> foreign.in(resource.module(), piece.group())
					.forEach((named) -> findings.in(resource.module(), resource.file(),
							Lines.at(text, piece.start() + named.position()), resource.name() + " " + named.words())));
		}
	}

}

package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Finds tables of other modules in a text that may be SQL, the query language of JPA, or
 * a part of either.
 */
final class ForeignTables {

	private static final Pattern STATEMENT = Pattern.compile("(?is)\\bselect\\b.+\\bfrom\\b|"
			+ "\\b(insert|replace|merge)\\s+(ignore\\s+)?into\\b|\\bupdate\\s+[\\w.]+(\\s+\\w+)?\\s+set\\b|"
			+ "\\bupdate\\s+[\\w.]+\\s.*(\\bjoin\\b|,).*\\bset\\b|\\bdelete\\s+(\\w+\\s+)?from\\b|"
			+ "\\b(truncate|create|drop|alter|lock)\\s+(table|view|index|sequence)s?\\b|\\bnextval\\b|\\bnext\\s+value\\s+for\\b|"
			+ "^\\s*((left|right|inner|cross|full|outer|natural)\\s+)*(from|join)\\s+[\\w.]+(\\s+(as\\s+)?\\w+)?"
			+ "(\\s+(where|on|join|order|using|left|inner)\\b|\\s*$)");

	private static final String NAME = "[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*";

	private static final Pattern TABLE = Pattern.compile(
			"(?i)\\b(?:from|join|into|update|table|view|references|call|sequence|next\\s+value\\s+for|truncate)\\s+"
					+ "(?:if\\s+(?:not\\s+)?exists\\s+|only\\s+)?(" + NAME + ")|\\bnextval\\s*\\(\\s*'?(" + NAME + ")");

	private static final Pattern LIST = Pattern.compile("(?i)\\b(?:from|update)\\s+" + NAME
			+ "(?:\\s+(?:as\\s+)?\\w+)?((?:\\s*,\\s*" + NAME + "(?:\\s+(?:as\\s+)?\\w+)?)+)");

	private static final Pattern ALIAS = Pattern
		.compile("(?i)(?=(?:\\b(?:from|join|update|into)\\s+|,\\s*)" + NAME + "\\s+(?:as\\s+)?(\\w+))");

	private static final Pattern COMMON = Pattern
		.compile("(?i)(?:\\bwith\\s+(?:recursive\\s+)?|,\\s*)(\\w+)\\s+as\\s*\\(");

	private static final Pattern QUOTED = Pattern.compile("(?<!(?i:nextval)\\()'[^']*'");

	private static final Pattern UNKNOWN_SCHEMA = Pattern
		.compile("(?i)\\b(?:from|join|into|update|table)\\s*(?:%(?:\\d\\$)?s|\\$?\\{\\w+}|\\s)\\.(\\w+)");

	private static final Pattern UNKNOWN_TABLE = Pattern
		.compile("(?i)\\b(?:from|join|into|update|table)\\s+(\\w+)\\.(?=\\s|$|%|\\$?\\{)");

	private static final Set<String> CLAUSES = Set.of("where", "on", "set", "join", "left", "inner", "order", "group",
			"values", "select", "using", "limit", "as", "right", "cross", "having");

	private final Schemas schemas;

	private final Map<String, Set<String>> entities = new HashMap<>();

	/**
	 * A name that does not belong there.
	 *
	 * @param name as it is written
	 * @param position where, in the text
	 * @param owner whose it is
	 */
	record Named(String name, int position, String owner) {

		String words() {
			return "has SQL on table " + this.name + " of " + this.owner;
		}

	}

	ForeignTables(CodeBase code, Schemas schemas) {
		this.schemas = schemas;
		for (JavaClass type : code.classes()) {
			type.tryGetAnnotationOfType(Tables.ENTITY)
				.ifPresent((entity) -> this.entities
					.computeIfAbsent(code.layout().partOf(type.getPackageName()).orElse(""), (part) -> new TreeSet<>())
					.add(entityName(type, entity)));
		}
	}

	private static String entityName(JavaClass type, JavaAnnotation<?> entity) {
		return entity.get("name").map(String::valueOf).filter((name) -> !name.isEmpty()).orElse(type.getSimpleName());
	}

	/**
	 * Looks at a text.
	 * @param part who wrote it
	 * @param written the text
	 * @return each name once
	 */
	List<Named> in(String part, String written) {
		String text = QUOTED.matcher(written)
			.replaceAll((quoted) -> " ".repeat(quoted.group().length()))
			.replaceAll("[`\"\\[\\]]", "\u0000");
		Matcher quotes = Pattern.compile("\u0000").matcher(text);
		List<Integer> removed = quotes.results().map(MatchResult::start).toList();
		String plain = text.replace("\u0000", "");
		List<Named> all = new ArrayList<>();
		boolean statement = STATEMENT.matcher(plain).find();
		qualified(part, plain, statement, all);
		dynamic(part, plain, all);
		if (statement) {
			unqualified(part, plain, all);
		}
		return all.stream()
			.map((one) -> new Named(one.name(), original(one.position(), removed), one.owner()))
			.collect(Collectors.toMap((one) -> one.name() + one.owner(), (one) -> one, (one, again) -> one,
					java.util.LinkedHashMap::new))
			.values()
			.stream()
			.toList();
	}

	private static int original(int position, List<Integer> removed) {
		int original = position;
		for (int at : removed) {
			if (at <= original) {
				original++;
			}
		}
		return original;
	}

	private boolean foreign(String schema, String part) {
		return !schema.equals(part) && this.schemas.names().contains(schema);
	}

	private void qualified(String part, String text, boolean statement, List<Named> all) {
		Set<String> aliases = aliases(text);
		Set<String> tables = tables(text).map(Named::name).collect(Collectors.toSet());
		Matcher name = Pattern.compile("(?<![\\w.:/-])[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*){1,3}").matcher(text);
		while (name.find()) {
			String[] steps = name.group().split("\\.");
			if (aliases.contains(steps[0].toLowerCase(Locale.ROOT))) {
				continue;
			}
			for (int i = 0; i < Math.min(2, steps.length - 1); i++) {
				String schema = steps[i].toLowerCase(Locale.ROOT);
				boolean known = this.schemas.has(schema, steps[i + 1]);
				boolean whole = known && i == steps.length - 2 && text.strip().equals(name.group());
				if (foreign(schema, part) && (whole || tables.contains(name.group()) || (known && statement))) {
					all.add(new Named(steps[i] + "." + steps[i + 1], name.start(), schema));
				}
			}
		}
	}

	/** Names that a part of a name is only known at run time of. */
	private void dynamic(String part, String text, List<Named> all) {
		UNKNOWN_TABLE.matcher(text)
			.results()
			.filter((found) -> foreign(found.group(1).toLowerCase(Locale.ROOT), part))
			.forEach((found) -> all
				.add(new Named(found.group(1) + ".", found.start(1), found.group(1).toLowerCase(Locale.ROOT))));
		UNKNOWN_SCHEMA.matcher(text)
			.results()
			.filter((found) -> ownedByOthersOnly(found.group(1), part))
			.forEach((found) -> all.add(
					new Named(found.group(1), found.start(1), String.join(", ", this.schemas.having(found.group(1))))));
	}

	private boolean ownedByOthersOnly(String table, String part) {
		List<String> owners = this.schemas.having(table);
		return !owners.isEmpty() && !owners.contains(part);
	}

	private void unqualified(String part, String text, List<Named> all) {
		Set<String> common = COMMON.matcher(text)
			.results()
			.map((found) -> found.group(1).toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		Set<String> own = this.entities.getOrDefault(part, Set.of());
		Predicate<String> mine = (name) -> own.stream().anyMatch(name::equalsIgnoreCase)
				|| common.contains(name.toLowerCase(Locale.ROOT));
		tables(text).filter((table) -> !table.name().contains(".") && !mine.test(table.name())).forEach((table) -> {
			if (ownedByOthersOnly(table.name(), part)) {
				all.add(new Named(table.name(), table.position(),
						String.join(", ", this.schemas.having(table.name()))));
			}
			else if (this.schemas.having(table.name()).isEmpty()) {
				this.entities.entrySet()
					.stream()
					.filter((module) -> !module.getKey().equals(part) && module.getValue().contains(table.name()))
					.forEach((module) -> all.add(new Named(table.name(), table.position(), module.getKey())));
			}
		});
	}

	/** What is named as a table, also in a list. */
	private static Stream<Named> tables(String text) {
		List<Named> tables = new ArrayList<>();
		TABLE.matcher(text).results().forEach((found) -> {
			int group = (found.group(1) != null) ? 1 : 2;
			tables.add(new Named(found.group(group), found.start(group), ""));
		});
		LIST.matcher(text)
			.results()
			.forEach((found) -> Pattern.compile(",\\s*(" + NAME + ")")
				.matcher(found.group(1))
				.results()
				.forEach((name) -> tables.add(new Named(name.group(1), found.start(1) + name.start(1), ""))));
		return tables.stream();
	}

	private static Set<String> aliases(String text) {
		return Stream
			.concat(ALIAS.matcher(text).results().map((found) -> found.group(1)),
					tables(text).map(Named::name).filter((name) -> !name.contains(".")))
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.filter((name) -> !CLAUSES.contains(name))
			.collect(Collectors.toSet());
	}

}

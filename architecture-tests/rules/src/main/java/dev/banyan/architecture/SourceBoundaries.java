package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a wrong dependency between modules from the sources alone, before anything is
 * compiled: the first thing that a build does. Needs nothing but a JDK 17, so that it
 * runs from source with the JDK that runs Maven. What can be told of compiled classes
 * only is left to {@link BoundaryRules}.
 */
public final class SourceBoundaries {

	private static final Pattern ALLOWED = Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");

	private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

	private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*\"",
			Pattern.DOTALL);

	/**
	 * A use of a module that is wrong.
	 *
	 * @param file the source file, relative to the root
	 * @param line the line, from 1
	 * @param what who uses what
	 */
	public record Use(String file, int line, String what) {

		/**
		 * Where it is.
		 * @return file and line
		 */
		public String place() {
			return this.file + ":" + this.line;
		}

	}

	private final Path root;

	private final String base;

	private final Set<String> others;

	private final List<Path> sources;

	private final Map<String, Set<String>> allowed = new TreeMap<>();

	private final Map<String, Path> declarations = new TreeMap<>();

	private SourceBoundaries(Path root, Properties layout) throws IOException {
		this.root = root;
		this.base = layout.getProperty("base", "");
		this.others = Arrays
			.stream(String.join(",", layout.getProperty("technical", ""), layout.getProperty("adapter", ""),
					layout.getProperty("gateway", ""))
				.split(","))
			.map(String::strip)
			.collect(Collectors.toSet());
		List<Path> ignored = Arrays.stream(layout.getProperty("ignored", "").split(","))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map(root::resolve)
			.toList();
		try (Stream<Path> files = Files.walk(root)) {
			this.sources = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> file.toString().replace('\\', '/').contains("/src/main/java/"))
				.filter((file) -> ignored.stream().noneMatch(file::startsWith))
				.sorted()
				.toList();
		}
		for (Path source : this.sources) {
			Optional<String> module = moduleOf(packageOf(source));
			if (source.endsWith("package-info.java") && module.isPresent()
					&& packageOf(source).equals(this.base + "." + module.get())) {
				this.allowed.put(module.get(), declaredIn(Files.readString(source)));
				this.declarations.put(module.get(), source);
			}
		}
	}

	/**
	 * Looks at the sources of a code base.
	 * @param root its folder
	 * @param layout see {@link ModuleLayout#read}
	 * @return uses of modules that are not declared and of what is internal to others
	 * @throws IOException if a file cannot be read
	 */
	public static List<Use> violations(Path root, Properties layout) throws IOException {
		SourceBoundaries boundaries = new SourceBoundaries(root, layout);
		List<Use> violations = new ArrayList<>();
		for (Path source : boundaries.sources) {
			boundaries.look(source, violations);
		}
		boundaries.cycles(violations);
		return violations.stream().distinct().sorted(Comparator.comparing(Use::file).thenComparing(Use::line)).toList();
	}

	private void look(Path source, List<Use> violations) throws IOException {
		String text = withoutComments(Files.readString(source));
		String from = packageOf(source);
		Optional<String> own = moduleOf(from);
		String name = from + "." + source.getFileName().toString().replace(".java", "");
		Matcher used = Pattern
			.compile("(?<![\\w.])" + Pattern.quote(this.base) + "((?:\\.[a-z]\\w*)+)\\.(\\*|[A-Z]\\w*)")
			.matcher(text);
		while (used.find()) {
			String target = this.base + used.group(1);
			Optional<String> other = moduleOf(target);
			if (other.isEmpty() || other.equals(own)) {
				continue;
			}
			Set<String> declared = own.map(this.allowed::get).orElse(null);
			int line = (int) text.substring(0, used.start()).chars().filter((one) -> one == '\n').count() + 1;
			String file = this.root.relativize(source).toString();
			if (declared != null && !declared.contains(other.get())) {
				violations.add(new Use(file, line, "%s uses %s.%s, but %s may use only %s".formatted(name, target,
						used.group(2), own.orElse(""), declared.isEmpty() ? "none" : String.join(", ", declared))));
			}
			if (!target.equals(this.base + "." + other.get())) {
				violations.add(new Use(file, line,
						"%s uses %s.%s, which is internal to %s".formatted(name, target, used.group(2), other.get())));
			}
		}
	}

	private void cycles(List<Use> violations) throws IOException {
		for (Map.Entry<String, Path> declaration : this.declarations.entrySet()) {
			String module = declaration.getKey();
			for (String other : this.allowed.getOrDefault(module, Set.of())) {
				if (reaches(other, module, new TreeSet<>())) {
					String before = Files.readString(declaration.getValue()).split("allowedDependencies", 2)[0];
					violations.add(new Use(this.root.relativize(declaration.getValue()).toString(),
							(int) before.chars().filter((one) -> one == '\n').count() + 1,
							"%s may use %s, and %s, itself or through others, %s: neither could leave without the other"
								.formatted(module, other, other, module)));
				}
			}
		}
	}

	private boolean reaches(String from, String to, Set<String> seen) {
		return from.equals(to) || (seen.add(from)
				&& this.allowed.getOrDefault(from, Set.of()).stream().anyMatch((next) -> reaches(next, to, seen)));
	}

	/** Of the same length and with the same lines. */
	private static String withoutComments(String text) {
		return COMMENT.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement(found.group().replaceAll("[^\\n]", " ")));
	}

	private static Set<String> declaredIn(String text) {
		Matcher allowed = ALLOWED.matcher(text);
		return allowed.find() ? NAME.matcher(allowed.group(1))
			.results()
			.map((name) -> name.group(1))
			.collect(Collectors.toCollection(TreeSet::new)) : new TreeSet<>();
	}

	private static String packageOf(Path source) {
		String file = source.toString().replace('\\', '/');
		String folder = file.substring(0, file.lastIndexOf('/'));
		return folder.substring(folder.lastIndexOf("/src/main/java/") + "/src/main/java/".length()).replace('/', '.');
	}

	private Optional<String> moduleOf(String packageName) {
		String prefix = this.base + ".";
		return packageName.startsWith(prefix) ? Optional.of(packageName.substring(prefix.length()).split("\\.")[0])
			.filter((part) -> !this.others.contains(part)) : Optional.empty();
	}

	/**
	 * Fails with a message if there are violations.
	 * @param arguments the root folder and the file that tells where modules are
	 * @throws IOException if a file cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		Properties layout = new Properties();
		try (var reader = Files.newBufferedReader(Path.of(arguments[1]))) {
			layout.load(reader);
		}
		List<Use> violations = violations(Path.of(arguments[0]).toAbsolutePath().normalize(), layout);
		if (violations.isEmpty()) {
			return;
		}
		System.out.println("A module uses what it may not use (docs/boundaries.md):");
		for (Use violation : violations) {
			System.out.println("  " + violation.place() + "\n    " + violation.what());
		}
		System.out.println("""
				Because a module can only leave together with everything that it uses.
				Instead: ask a declared module at its root package, listen to one of its events, keep a copy of what you
				need, or move the code into the module that owns it. Only if the design changes: add the module to
				allowedDependencies in package-info.java and to the pom (its -api artifact, if it has one).""");
		System.exit(1);
	}

}

package dev.banyan.architecture;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever mutations.md does to a copy of this code base, the rule it names tells a file
 * of that mutation, or the compiler refuses it. They do not touch each other's lines, so
 * that the rules run once for all.
 */
class MutationsTests {

	private static final Path ROOT = root();

	private static final Pattern IN_MODULE = Pattern.compile("modules/([a-z]+)/(src/.+|pom\\.xml)");

	private static final Pattern PART = Pattern.compile("<artifactId>([a-z]+)-(api|impl)</artifactId>");

	private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

	private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

	@TempDir
	private static Path copy;

	private static List<Mutation> mutations = List.of();

	private static final Map<String, List<Violation>> FOUND = new HashMap<>();

	private static final Map<String, String> REFUSED = new HashMap<>();

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("banyan"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	@BeforeAll
	static void mutate() throws IOException {
		mutations = Mutation.read(Files.readString(Path.of("src/test/resources/dev/banyan/architecture/mutations.md")),
				MutationsTests::place);
		ModuleLayout layout = ModuleLayout.read(ROOT.resolve("architecture-tests/boundaries.properties"));
		copyFile("architecture-tests/permissions.txt");
		copyFile("pom.xml");
		for (Artifact artifact : CodeBase.of(ROOT, layout).artifacts()) {
			copyFolder(artifact.folder().resolve("src/main"));
			copyFolder(artifact.classes());
		}
		try (Stream<Path> files = Files.walk(ROOT, 4)) {
			files.filter((file) -> file.endsWith("pom.xml") || file.endsWith("events.txt"))
				.filter((file) -> !file.toString().contains("/target/"))
				.map((file) -> ROOT.relativize(file).toString())
				.forEach(MutationsTests::copyFile);
		}
		FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath());
		for (Mutation mutation : mutations) {
			apply(mutation);
		}
		KnownViolations known = KnownViolations.read(ROOT.resolve("architecture-tests/known-violations.txt"));
		CodeBase mutated = CodeBase.of(copy, layout);
		for (Rule rule : BoundaryRules.all()) {
			FOUND.put(rule.name(), known.without(rule.violations(mutated), LocalDate.now()));
		}
	}

	/**
	 * Where a file lies, if its module is split; {@code file} is where it would lie if it
	 * was not.
	 */
	private static String place(String file) {
		Matcher named = IN_MODULE.matcher(file);
		if (!named.matches() || !isSplit(named.group(1))) {
			return file;
		}
		String module = "modules/" + named.group(1);
		String api = module + "/api/" + named.group(2);
		boolean added = !Files.exists(ROOT.resolve(module + "/impl/" + named.group(2)));
		boolean inRootPackage = named.group(2).matches("src/main/java/dev/banyan/[a-z]+/[^/]+");
		return (added && (Files.exists(ROOT.resolve(api)) || inRootPackage)) ? api : module + "/impl/" + named.group(2);
	}

	/** A module that is not split is one artifact. */
	private static String artifacts(String text) {
		return PART.matcher(text)
			.replaceAll(
					(part) -> isSplit(part.group(1)) ? part.group() : "<artifactId>" + part.group(1) + "</artifactId>");
	}

	/** By its pom: an earlier build may have left a folder. */
	private static boolean isSplit(String module) {
		return Files.exists(ROOT.resolve("modules/" + module + "/api/pom.xml"));
	}

	private static void apply(Mutation mutation) throws IOException {
		Map<Path, String> before = new HashMap<>();
		List<Path> sources = new ArrayList<>();
		for (Mutation.Edit edit : mutation.edits()) {
			Path file = copy.resolve(edit.file());
			String text = Files.exists(file) ? Files.readString(file) : "";
			before.put(file, text);
			Files.createDirectories(file.getParent());
			Files.writeString(file, artifacts(edit.apply(text)));
			if (edit.file().endsWith(".java")) {
				sources.add(file);
			}
		}
		String refusal = sources.stream().map(MutationsTests::compile).collect(Collectors.joining());
		if (!refusal.isEmpty()) {
			REFUSED.put(mutation.what(), refusal);
			for (Map.Entry<Path, String> file : before.entrySet()) {
				Files.writeString(file.getKey(), file.getValue());
			}
		}
	}

	/** What the compiler has against it. */
	private static String compile(Path source) {
		Path artifact = source;
		while (!artifact.endsWith("src")) {
			artifact = artifact.getParent();
		}
		List<String> options = List.of("-proc:none", "-implicit:none", "-parameters", "-g", "-nowarn", "-d",
				artifact.resolveSibling("target/classes").toString());
		StringWriter output = new StringWriter();
		boolean done = COMPILER.getTask(output, FILES, null, options, null, FILES.getJavaFileObjects(source)).call();
		return done ? "" : output.toString();
	}

	private static List<Path> classpath() throws IOException {
		try (Stream<Path> folders = Files.walk(copy, 5)) {
			return Stream
				.concat(folders.filter((folder) -> folder.endsWith("target/classes")),
						Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of))
				.toList();
		}
	}

	private static void copyFolder(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter(Files::isRegularFile)
					.map((file) -> ROOT.relativize(file).toString())
					.forEach(MutationsTests::copyFile);
			}
		}
	}

	private static void copyFile(String name) {
		try {
			Path to = copy.resolve(name);
			Files.createDirectories(to.getParent());
			Files.copy(ROOT.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@TestFactory
	Stream<DynamicTest> isNoticed() {
		assertThat(mutations).hasSizeGreaterThanOrEqualTo(30);
		return mutations.stream()
			.map((mutation) -> DynamicTest.dynamicTest(mutation.what() + ": " + mutation.noticedBy(),
					() -> noticed(mutation)));
	}

	private static void noticed(Mutation mutation) {
		if (mutation.isForTheCompiler()) {
			assertThat(REFUSED).containsKey(mutation.what());
			return;
		}
		assertThat(REFUSED).as("the mutation has to compile").doesNotContainKey(mutation.what());
		assertThat(FOUND.getOrDefault(mutation.noticedBy(), List.of())).extracting(Violation::file)
			.containsAnyElementsOf(mutation.files());
	}

}

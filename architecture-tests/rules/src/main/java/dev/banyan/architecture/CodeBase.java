package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * What the rules look at: compiled classes, poms and migrations of a Maven reactor. It
 * must have been compiled before.
 */
public final class CodeBase {

	private final Path root;

	private final ModuleLayout layout;

	private final List<Artifact> artifacts;

	private final JavaClasses classes;

	private final List<ClassText> texts;

	private final Map<String, ClassText> textByName;

	private CodeBase(Path root, ModuleLayout layout, List<Artifact> artifacts, Collection<Path> folders) {
		this.root = root;
		this.layout = layout;
		this.artifacts = artifacts;
		this.classes = new ClassFileImporter().importPaths(folders);
		this.texts = folders.stream().flatMap(CodeBase::texts).toList();
		this.textByName = this.texts.stream()
			.collect(Collectors.toMap(ClassText::className, (text) -> text, (one, other) -> one));
	}

	/**
	 * Reads a reactor.
	 * @param root the folder of its root pom
	 * @param layout where its modules are
	 * @return the code base
	 */
	public static CodeBase of(Path root, ModuleLayout layout) {
		Path folder = root.toAbsolutePath().normalize();
		List<Artifact> artifacts = Reactor.artifacts(folder)
			.stream()
			.filter((artifact) -> layout.ignored()
				.stream()
				.noneMatch((name) -> artifact.folder().startsWith(folder.resolve(name))))
			.toList();
		return new CodeBase(folder, layout, artifacts,
				artifacts.stream().map(Artifact::classes).filter(Files::isDirectory).toList());
	}

	private static Stream<ClassText> texts(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".class")).map(ClassText::of).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where modules are.
	 * @return the layout
	 */
	public ModuleLayout layout() {
		return this.layout;
	}

	/**
	 * The Maven modules.
	 * @return in the reactor's order
	 */
	public List<Artifact> artifacts() {
		return this.artifacts;
	}

	/**
	 * The classes of the base package.
	 * @return all of them
	 */
	public List<JavaClass> classes() {
		return this.classes.stream()
			.filter((type) -> type.getPackageName().equals(this.layout.basePackage())
					|| type.getPackageName().startsWith(this.layout.basePackage() + "."))
			.sorted((one, other) -> one.getName().compareTo(other.getName()))
			.toList();
	}

	/**
	 * The business modules.
	 * @return their names
	 */
	public Set<String> modules() {
		return classes().stream()
			.flatMap((type) -> this.layout.moduleOf(type).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Whether an interface can be called from another process.
	 * @param type a type at a module's root package
	 * @return whether the package names it in an annotation that is called Seams; if not,
	 * it is a port, which is implemented where the module runs
	 */
	public boolean isSeam(JavaClass type) {
		return find(type.getPackageName() + ".package-info").stream()
			.flatMap((declaration) -> declaration.getAnnotations().stream())
			.filter((annotation) -> annotation.getRawType().getSimpleName().equals("Seams"))
			.map((annotation) -> annotation.get("value").orElse(""))
			.anyMatch((seams) -> seams instanceof JavaClass[] named && List.of(named).contains(type));
	}

	Path root() {
		return this.root;
	}

	List<ClassText> texts() {
		return this.texts;
	}

	Optional<ClassText> textOf(JavaClass type) {
		return Optional.ofNullable(this.textByName.get(type.getName()));
	}

	/** A class that was compiled here. */
	Optional<JavaClass> find(String name) {
		return this.textByName.containsKey(name) ? Optional.of(this.classes.get(name)) : Optional.empty();
	}

	/** How one artifact comes to need others: itself first, by the others' names. */
	Map<String, List<String>> needs(Artifact artifact) {
		Map<String, Artifact> byName = this.artifacts.stream().collect(Collectors.toMap(Artifact::name, (one) -> one));
		Map<String, List<String>> paths = new HashMap<>();
		Deque<List<String>> open = new ArrayDeque<>(List.of(List.of(artifact.name())));
		while (!open.isEmpty()) {
			List<String> path = open.removeFirst();
			if (paths.putIfAbsent(path.getLast(), path) == null) {
				Optional.ofNullable(byName.get(path.getLast()))
					.map(Artifact::dependencies)
					.orElse(List.of())
					.forEach((next) -> open.add(Stream.concat(path.stream(), Stream.of(next)).toList()));
			}
		}
		return paths;
	}

	String relative(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		return (absolute.startsWith(this.root) ? this.root.relativize(absolute) : absolute).toString();
	}

	/**
	 * The source file of a class.
	 * @param type the class
	 * @return relative to the root; if it is not known where the source is, relative to
	 * the base package's folder
	 */
	public String sourceOf(JavaClass type) {
		String simple = type.getSourceCodeLocation().getSourceFileName();
		return type.getSource()
			.map((source) -> source(Path.of(source.getUri()), type.getPackageName(), simple))
			.orElse(simple);
	}

	String source(Path classFile, String packageName, String simpleName) {
		for (Artifact artifact : this.artifacts) {
			if (classFile.startsWith(artifact.classes())) {
				return relative(artifact.folder()
					.resolve("src/main/java")
					.resolve(packageName.replace('.', '/'))
					.resolve(simpleName));
			}
		}
		return packageName.replace('.', '/') + "/" + simpleName;
	}

	/** The line of a declaration; 0 if the source is not there. */
	int lineOf(JavaClass type, String declaration) {
		return lineOf(sourceOf(type), declaration);
	}

	int lineOf(String source, String pattern) {
		return Lines.first(text(source), pattern);
	}

	/** Lines of code, without imports, in which a name occurs. */
	List<Integer> linesNaming(JavaClass type, String name) {
		return Lines.ofCodeWith(text(sourceOf(type)), name);
	}

	/** What is in a file; empty if it is not there. */
	String text(String source) {
		Path file = this.root.resolve(source);
		try {
			return Files.isRegularFile(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

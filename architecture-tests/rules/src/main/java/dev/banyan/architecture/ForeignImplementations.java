package dev.banyan.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A service has no implementation but its own module's on its classpath.
 */
final class ForeignImplementations {

	private ForeignImplementations() {
	}

	static Rule rule() {
		return new BoundaryRule("no-foreign-implementation",
				"A service has no other module's implementation on its classpath",
				"a process hosts what its pom lists: a foreign implementation would run there too, on a schema that is not its own",
				"depend on the other module's api artifact; if it has none, split the module into api and impl",
				(findings) -> {
					for (Artifact artifact : findings.code().artifacts()) {
						if (artifact.isService()) {
							inPoms(findings, artifact);
							inJar(findings, artifact);
						}
						else {
							directly(findings, artifact);
						}
					}
				});
	}

	private static void inPoms(Findings findings, Artifact service) {
		Map<String, List<String>> needs = findings.code().needs(service);
		for (Artifact other : findings.code().artifacts()) {
			if (needs.containsKey(other.name())) {
				for (String module : implementedIn(findings.layout(), other.classes())) {
					if (service.module().filter(module::equals).isEmpty()) {
						findings.in(service.module().orElseThrow(), findings.code().relative(service.pom()),
								line(first(needs.get(other.name()))),
								service.name() + " has the implementation of " + module + " on its classpath: "
										+ String.join(" -> ", needs.get(other.name())));
					}
				}
			}
		}
	}

	/**
	 * A part of a module that has an api is used through it by everybody but app and its
	 * own service.
	 */
	private static void directly(Findings findings, Artifact artifact) {
		for (Artifact other : findings.code().artifacts()) {
			boolean split = other.module().isPresent() && Files.exists(other.folder().resolveSibling("api/pom.xml"));
			if (artifact.dependencies().contains(other.name()) && split && artifact.module().isPresent()
					&& !other.folder().endsWith("api") && !other.module().equals(artifact.module())) {
				findings.in(artifact.module().orElseThrow(), findings.code().relative(artifact.pom()),
						line(other.name()), artifact.name() + " depends on " + other.name() + " instead of the api of "
								+ other.module().orElseThrow());
			}
		}
	}

	/** What the service's own pom names. */
	private static String first(List<String> path) {
		return path.get(Math.min(1, path.size() - 1));
	}

	private static String line(String artifact) {
		return "<artifactId>\\s*" + Pattern.quote(artifact) + "\\s*</artifactId>";
	}

	private static Set<String> implementedIn(ModuleLayout layout, Path classes) {
		if (!Files.isDirectory(classes)) {
			return Set.of();
		}
		try (Stream<Path> files = Files.walk(classes)) {
			Set<String> modules = new TreeSet<>();
			files.map((file) -> classes.relativize(file).toString().replace('\\', '/'))
				.forEach((name) -> implemented(layout, name).ifPresent(modules::add));
			return modules;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<String> implemented(ModuleLayout layout, String entry) {
		Matcher internal = Pattern.compile(layout.basePackage().replace('.', '/') + "/([a-z]+)/internal/.*\\.class")
			.matcher(entry);
		return internal.matches() ? layout.moduleOf(layout.basePackage() + "." + internal.group(1)) : Optional.empty();
	}

	/** What was really packed, if it was. */
	private static void inJar(Findings findings, Artifact service) {
		for (Path file : repackaged(service.folder().resolve("target"))) {
			try (ZipFile jar = new ZipFile(file.toFile())) {
				for (ZipEntry entry : jar.stream().filter((one) -> one.getName().endsWith(".jar")).toList()) {
					for (String module : implementedIn(findings.layout(), jar.getInputStream(entry))) {
						if (service.module().filter(module::equals).isEmpty()) {
							findings.in(service.module().orElseThrow(), file, 0, file.getFileName()
									+ " holds the implementation of " + module + ": " + entry.getName());
						}
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static List<Path> repackaged(Path target) {
		if (!Files.isDirectory(target)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(target)) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> implementedIn(ModuleLayout layout, InputStream jar) throws IOException {
		Set<String> modules = new TreeSet<>();
		try (ZipInputStream entries = new ZipInputStream(jar)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				implemented(layout, entry.getName()).ifPresent(modules::add);
			}
		}
		return modules;
	}

}

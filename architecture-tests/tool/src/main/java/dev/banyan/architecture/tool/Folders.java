package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code base as its folders and poms show it.
 *
 * @param root its folder
 */
record Folders(Path root) {

	private static final Pattern ARTIFACT = Pattern
		.compile("<groupId>dev\\.banyan</groupId>\\s*<artifactId>([a-z-]+)</artifactId>(\\s*<scope>([a-z]+)</scope>)?");

	private static final Pattern REACTOR = Pattern.compile("<module>([^<]+)</module>");

	/** Business modules: those that say which seams they have. */
	Set<String> modules() {
		try (Stream<Path> folders = Files.list(this.root.resolve("modules"))) {
			Set<String> modules = new TreeSet<>();
			folders.map((folder) -> folder.getFileName().toString()).filter(this::isModule).forEach(modules::add);
			return modules;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isModule(String name) {
		Path declaration = rootPackage(name).resolve("package-info.java");
		if (!Files.exists(declaration)) {
			return false;
		}
		String text = ExtractCommand.read(declaration);
		return text.contains("@ApplicationModule") && text.contains("@Seams");
	}

	Path folder(String module) {
		return this.root.resolve("modules").resolve(module);
	}

	boolean isSplit(String module) {
		return Files.exists(folder(module).resolve("api/pom.xml"));
	}

	boolean isService(String module) {
		return Files.exists(folder(module).resolve("service/pom.xml"));
	}

	Path rootPackage(String module) {
		return folder(module).resolve(isSplit(module) ? "api" : "").resolve("src/main/java/dev/banyan").resolve(module);
	}

	/** A module, what it and its faces use, and what that uses. */
	Set<String> neededBy(String module) {
		Set<String> modules = modules();
		Set<String> needed = new TreeSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(module));
		facesOf(module).forEach((face) -> open.addAll(artifactsIn(faceFolder(face).resolve("pom.xml"))));
		while (!open.isEmpty()) {
			String name = open.pop().replaceFirst("-(api|impl)$", "");
			if (modules.contains(name) && needed.add(name)) {
				Path pom = folder(name).resolve(isSplit(name) ? "impl/pom.xml" : "pom.xml");
				open.addAll(artifactsIn(pom));
			}
		}
		return needed;
	}

	/** The face of a module and the faces that this one renders with. */
	Set<String> facesOf(String module) {
		Set<String> faces = new TreeSet<>();
		Deque<String> open = new ArrayDeque<>(List.of("legacy-" + module));
		while (!open.isEmpty()) {
			String name = open.pop();
			if (name.startsWith("legacy-") && !name.equals("legacy-protocol")
					&& Files.exists(faceFolder(name).resolve("pom.xml")) && faces.add(name)) {
				open.addAll(artifactsIn(faceFolder(name).resolve("pom.xml")));
			}
		}
		return faces;
	}

	private Path faceFolder(String face) {
		return this.root.resolve("legacy-adapter").resolve(face.substring("legacy-".length()));
	}

	/** Of this code base, needed at run time. */
	private static List<String> artifactsIn(Path pom) {
		String text = ExtractCommand.read(pom);
		List<String> artifacts = new ArrayList<>();
		Matcher dependency = ARTIFACT.matcher(text.substring(text.indexOf("</parent>")));
		while (dependency.find()) {
			if (!"test".equals(dependency.group(3))) {
				artifacts.add(dependency.group(1));
			}
		}
		return artifacts;
	}

	/** All poms of the reactor. */
	List<Path> poms() {
		List<Path> poms = new ArrayList<>(List.of(this.root.resolve("pom.xml")));
		Matcher module = REACTOR.matcher(ExtractCommand.read(poms.getFirst()));
		while (module.find()) {
			poms.add(this.root.resolve(module.group(1)).resolve("pom.xml"));
		}
		return poms;
	}

	String named(Path file) {
		return this.root.relativize(file).toString().replace('\\', '/');
	}

	void move(List<Path> files, Path folder) throws IOException {
		if (files.isEmpty()) {
			return;
		}
		Files.createDirectories(folder);
		List<String> arguments = new ArrayList<>(List.of("mv"));
		files.forEach((file) -> arguments.add(named(file)));
		arguments.add(named(folder));
		git(arguments.toArray(String[]::new));
	}

	String git(String... arguments) {
		return new Git(this.root).run(arguments);
	}

}

package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.banyan.architecture.tool.ModuleFacts.Stage;

/**
 * Takes a module apart into api and impl, or puts it together again. Files are moved, not
 * changed; whoever depends on the module then depends on its api, and its tests on both.
 */
final class Split {

	private static final String TESTS = "tests.folder";

	private final Folders folders;

	private final String module;

	private final Path folder;

	Split(Folders folders, String module) {
		this.folders = folders;
		this.module = module;
		this.folder = folders.folder(module);
	}

	void apart() throws IOException {
		List<Path> api = javaIn(this.folders.rootPackage(this.module));
		TreeSet<String> used = usedBy(api);
		List<Path> others = this.folders.poms();
		this.folders.move(api, this.folder.resolve("api/src/main/java/dev/banyan").resolve(this.module));
		this.folders.move(List.of(this.folder.resolve("src"), this.folder.resolve("pom.xml")),
				this.folder.resolve("impl"));
		Path impl = this.folder.resolve("impl/pom.xml");
		Files.writeString(this.folder.resolve("api/pom.xml"), apiPom(used));
		Pom.read(impl)
			.replace("<relativePath>../../pom.xml", "<relativePath>../../../pom.xml")
			.replace("<artifactId>" + this.module + "</artifactId>",
					"<artifactId>" + this.module + "-impl</artifactId>")
			.property(TESTS, "${project.basedir}/..")
			.addFirst(this.module + "-api")
			.write();
		for (Path pom : others) {
			if (!pom.startsWith(this.folder)) {
				dependant(pom);
			}
		}
		Pom.read(pomOfRoot())
			.replace(reactor(""), reactor("/api") + reactor("/impl"))
			.addAfter(this.module + "-api", this.module + "-impl", "")
			.write();
		new Stages(this.folders).show(this.module, Stage.SPLIT);
		this.folders.git("add", "-A");
	}

	private void dependant(Path pom) throws IOException {
		Pom text = Pom.read(pom);
		if (!text.names(this.module)) {
			return;
		}
		if (pom.endsWith("app/pom.xml")) {
			text.rename(this.module, this.module + "-impl");
		}
		else {
			text.rename(this.module, this.module + "-api");
			if (Files.exists(pom.resolveSibling("src/test/java"))) {
				text.addAfter(this.module + "-api", this.module + "-impl", "test");
			}
		}
		text.write();
	}

	void together() throws IOException {
		Path api = this.folder.resolve("api/src/main/java/dev/banyan").resolve(this.module);
		Path impl = this.folder.resolve("impl");
		Pom.read(impl.resolve("pom.xml"))
			.remove(this.module + "-api")
			.property(TESTS, "")
			.replace("<artifactId>" + this.module + "-impl</artifactId>",
					"<artifactId>" + this.module + "</artifactId>")
			.replace("<relativePath>../../../pom.xml", "<relativePath>../../pom.xml")
			.write();
		this.folders.git("rm", "-q", "-f", this.folders.named(this.folder.resolve("api/pom.xml")));
		this.folders.move(List.of(impl.resolve("src"), impl.resolve("pom.xml")), this.folder);
		this.folders.move(javaIn(api), this.folder.resolve("src/main/java/dev/banyan").resolve(this.module));
		Pom root = Pom.read(pomOfRoot());
		root.remove(this.module + "-impl").replace(reactor("/api") + reactor("/impl"), reactor("")).write();
		for (Path pom : this.folders.poms()) {
			if (!pom.startsWith(this.folder)) {
				Pom text = Pom.read(pom);
				if (pom.endsWith("app/pom.xml")) {
					text.rename(this.module + "-impl", this.module).write();
				}
				else if (text.names(this.module + "-api")) {
					text.remove(this.module + "-impl").rename(this.module + "-api", this.module).write();
				}
			}
		}
		Stages.empty(this.folder.resolve("api"));
		Stages.empty(this.folder.resolve("impl"));
		new Stages(this.folders).show(this.module, Stage.IN_PROCESS);
		this.folders.git("add", "-A");
	}

	private Path pomOfRoot() {
		return this.folders.root().resolve("pom.xml");
	}

	private String reactor(String part) {
		return "    <module>modules/" + this.module + part + "</module>\n";
	}

	/** What the API's types name of other modules' APIs. */
	private TreeSet<String> usedBy(List<Path> api) {
		TreeSet<String> used = new TreeSet<>();
		for (Path file : api) {
			Matcher name = Pattern.compile("import dev\\.banyan\\.([a-z]+)\\.[A-Z]").matcher(ExtractCommand.read(file));
			while (name.find()) {
				used.add(name.group(1));
			}
		}
		used.remove("runtime");
		return used;
	}

	private String apiPom(TreeSet<String> used) {
		StringBuilder dependencies = new StringBuilder(Pom.dependency("runtime"));
		used.forEach(
				(other) -> dependencies.append(Pom.dependency(this.folders.isSplit(other) ? other + "-api" : other)));
		return Pom.ofPart(this.module + "-api", "The seams of " + this.module, """
				  <dependencies>
				%s  </dependencies>
				""".formatted(dependencies));
	}

	private static List<Path> javaIn(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return new ArrayList<>(files.filter((file) -> file.toString().endsWith(".java")).sorted().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

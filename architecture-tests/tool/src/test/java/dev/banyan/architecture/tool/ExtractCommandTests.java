package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** In a copy of this code base. */
class ExtractCommandTests {

	private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

	private static final Set<String> NOT_COPIED = Set.of("target", ".git", "node_modules", "suite");

	@TempDir
	private Path folder;

	@BeforeEach
	void copyAndCommit() throws IOException {
		copy(ROOT, this.folder);
		git("init", "-q");
		commit("all");
	}

	@Test
	void changesNoLineOfJavaSaysSoOnEveryPageAndIsUndone() throws IOException {
		Folders folders = new Folders(this.folder);
		List<String> inProcess = folders.modules().stream().filter((module) -> !folders.isService(module)).toList();
		assumeThat(inProcess).isNotEmpty();
		String module = inProcess.getFirst();
		String before = tree();

		assertThat(command(module).extract(false)).isZero();
		commit("extract " + module);
		assertThat(git("diff", "-M", "--name-status", "HEAD~1", "HEAD", "--", "*.java").lines()
			.filter((line) -> !line.startsWith("R100"))).allMatch(
					(line) -> line.matches("A\\s+modules/" + module + "/service/.*Service(Application|Tests)\\.java"));
		assertThat(Files.readString(this.folder.resolve("README.md")))
			.containsPattern("\\[" + module + "]\\(modules/" + module + "\\) .* can run alone \\|")
			.contains("  " + module + "([" + module + "])\n");
		assertThat(Files.readString(this.folder.resolve("modules/" + module + "/README.md")))
			.contains("| stage | can run alone |");
		assertThat(Files.readString(this.folder.resolve("docs/pictures.md")))
			.contains("  gateway --> " + module + "[" + module + " service]\n");

		assertThat(command(module).absorb(false)).isZero();
		commit("absorb " + module);
		assertThat(tree()).isEqualTo(before);
	}

	@Test
	void refusesOnAWorkTreeWithChanges() throws IOException {
		Files.writeString(this.folder.resolve("README.md"), "changed");
		assertThat(command("promotions").extract(false)).isOne();
		assertThat(git("status", "--porcelain")).isEqualTo(" M README.md\n");
	}

	private ExtractCommand command(String module) {
		return new ExtractCommand(this.folder, module);
	}

	private String tree() {
		return git("rev-parse", "HEAD^{tree}");
	}

	private void commit(String message) {
		git("add", "-A");
		git("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-q", "-m", message);
	}

	private String git(String... arguments) {
		return new Git(this.folder).run(arguments);
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> below = Files.list(from)) {
			below.filter(
					(path) -> !NOT_COPIED.contains(path.getFileName().toString()) && !path.equals(ROOT.resolve("data")))
				.forEach((path) -> {
					try {
						if (Files.isDirectory(path)) {
							copy(path, to.resolve(path.getFileName()));
						}
						else {
							Files.copy(path, to.resolve(path.getFileName()));
						}
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				});
		}
	}

}

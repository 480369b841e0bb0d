package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.banyan.architecture.tool.ModuleFacts.Stage;

/**
 * Says on the generated pages how far a module is, as {@code banyan docs} would.
 */
final class Stages {

	/** Of the table of modules. */
	private static final Pattern ROW = Pattern.compile("\\| \\[([a-z]+)]\\(modules/");

	private final Folders folders;

	Stages(Folders folders) {
		this.folders = folders;
	}

	void show(String module, Stage stage) throws IOException {
		String any = "(" + String.join("|", Stream.of(Stage.values()).map(Stage::words).toList()) + ")";
		replace(this.folders.folder(module).resolve("README.md"), "\\| stage \\| " + any + " \\|",
				"| stage | " + stage.words() + " |");
		Path map = this.folders.root().resolve("README.md");
		replace(map, "(\\| \\[" + module + "]\\(modules/" + module + "\\) \\|.*\\| )" + any + " \\|",
				"$1" + stage.words() + " |");
		replace(map, "  " + module + "(\\[" + module + "]|\\(\\[" + module + "]\\))\n",
				"  " + module + ((stage == Stage.SERVICE) ? "([" + module + "])" : "[" + module + "]") + "\n");
		List<String> services = ROW.matcher(ExtractCommand.read(map))
			.results()
			.map((row) -> row.group(1))
			.filter((name) -> name.equals(module) ? stage == Stage.SERVICE : this.folders.isService(name))
			.toList();
		replace(this.folders.root().resolve("docs/pictures.md"), "(?s)(?<=## Containers\n\n).*(?=\n## Components\n)",
				Matcher.quoteReplacement(Diagrams.containers(services)));
	}

	private static void replace(Path file, String pattern, String replacement) throws IOException {
		Files.writeString(file, Pattern.compile(pattern).matcher(ExtractCommand.read(file)).replaceAll(replacement));
	}

	/** Removes what git does not know: what was compiled there, and empty folders. */
	static void empty(Path folder) throws IOException {
		if (Files.exists(folder)) {
			List<Path> below;
			try (Stream<Path> files = Files.walk(folder)) {
				below = files.sorted(Comparator.reverseOrder()).toList();
			}
			for (Path file : below) {
				Files.delete(file);
			}
		}
	}

}

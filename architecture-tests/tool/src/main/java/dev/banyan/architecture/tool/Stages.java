package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says on the generated pages how far a module is, as {@code banyan docs} would.
 */
final class Stages {

	private final Folders folders;

	Stages(Folders folders) {
		this.folders = folders;
	}

	/** The words of {@link ModuleFacts.Stage}, for where nothing is compiled. */
	enum Words {

		/** {@code src/}. */
		IN_PROCESS("in-process only"),
		/** {@code api/ + impl/}. */
		SPLIT("callable from another process"),
		/** {@code + service/}. */
		SERVICE("can run alone");

		private final String text;

		Words(String text) {
			this.text = text;
		}

	}

	void show(String module, Words stage) throws IOException {
		String any = "(" + String.join("|", Stream.of(Words.values()).map((one) -> one.text).toList()) + ")";
		replace(this.folders.folder(module).resolve("README.md"), "\\| stage \\| " + any + " \\|",
				"| stage | " + stage.text + " |");
		Path map = this.folders.root().resolve("README.md");
		replace(map, "(\\| \\[" + module + "]\\(modules/" + module + "\\) \\|.*\\| )" + any + " \\|",
				"$1" + stage.text + " |");
		replace(map, "  " + module + "(\\[" + module + "]|\\(\\[" + module + "]\\))\n",
				"  " + module + ((stage == Words.SERVICE) ? "([" + module + "])" : "[" + module + "]") + "\n");
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

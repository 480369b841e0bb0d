package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that modules have on the classpath beside their classes.
 */
final class Resources {

	private final List<Resource> all = new ArrayList<>();

	/**
	 * A file.
	 *
	 * @param module whose it is
	 * @param name its name on the classpath
	 * @param file where it is
	 */
	record Resource(String module, String name, Path file) {

		/** Empty if it is no text. */
		String text() {
			try {
				byte[] bytes = Files.readAllBytes(this.file);
				String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
				return text.contains("\u0000") ? "" : text;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	Resources(CodeBase code) {
		for (Artifact artifact : code.artifacts()) {
			Path folder = artifact.folder().resolve("src/main/resources");
			if (artifact.module().filter((module) -> !code.layout().technical().contains(module)).isPresent()
					&& Files.isDirectory(folder)) {
				try (Stream<Path> files = Files.walk(folder)) {
					files.filter(Files::isRegularFile)
						.sorted()
						.forEach((file) -> this.all.add(new Resource(artifact.module().orElseThrow(),
								folder.relativize(file).toString().replace('\\', '/'), file)));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	List<Resource> all() {
		return this.all;
	}

}

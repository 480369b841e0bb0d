package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where things are in the repository, whatever module a test belongs to.
 */
final class Repository {

	private Repository() {
	}

	static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("banyan"))) {
			folder = Objects.requireNonNull(folder.getParent(), "not within the repository");
		}
		return folder;
	}

	static Path pacts(String provider) {
		return root().resolve("modules").resolve(provider).resolve("pacts");
	}

	/** What a module, or its face, needs of others. */
	static List<Path> pactsOf(String consumer) {
		try (Stream<Path> modules = Files.list(root().resolve("modules"))) {
			return modules.map((module) -> module.resolve("pacts"))
				.filter(Files::isDirectory)
				.flatMap((folder) -> files(folder).stream())
				.filter((file) -> file.getFileName().toString().startsWith(consumer + "-")
						|| file.getFileName().toString().startsWith("legacy-" + consumer + "-"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

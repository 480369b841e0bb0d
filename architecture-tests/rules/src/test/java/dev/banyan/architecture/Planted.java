package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small code base with violations in it, compiled in a folder of its own. A line with
 * the comment VIOLATION is one; VIOLATION-ABOVE n is n lines above; VIOLATION-OF-FILE is
 * one whose line cannot be known. Likewise {@code blocker: kind}, {@code blocker-below n:
 * kind} and {@code blocker-of-file: kind}.
 */
public final class Planted {

	private static final Pattern MARK = Pattern.compile("VIOLATION(-ABOVE (\\d+)|-OF-FILE)?");

	private static final Pattern BLOCKER = Pattern.compile("blocker(-below (\\d+)|-of-file)?: ([^<]+)");

	private final Path folder;

	private Planted(Path folder) {
		this.folder = folder;
	}

	public static Path sources() {
		return Path.of("src/test/resources/planted");
	}

	public static Planted compile(Path source, Path folder) {
		Planted planted = new Planted(folder);
		for (Path file : files(source, "")) {
			copy(file, folder.resolve(source.relativize(file).toString()));
		}
		StringBuilder modules = new StringBuilder();
		for (Path artifact : planted.artifacts()) {
			String name = folder.relativize(artifact).toString().replace('\\', '/');
			modules.append("<module>").append(name).append("</module>");
			if (!Files.exists(artifact.resolve("pom.xml"))) {
				write(artifact.resolve("pom.xml"), "<project><groupId>shop</groupId><artifactId>"
						+ name.replace('/', '-') + "</artifactId></project>");
			}
			planted.javac(artifact);
		}
		write(folder.resolve("pom.xml"), "<project><groupId>shop</groupId><artifactId>shop</artifactId><modules>"
				+ modules + "</modules></project>");
		return planted;
	}

	public CodeBase code() {
		return CodeBase.of(this.folder, new ModuleLayout("shop", Set.of("runtime"), "legacy", "gateway", Set.of()));
	}

	/** Where the violations are, as the rules should tell it. */
	Set<String> marks() {
		Set<String> marks = new TreeSet<>();
		for (Path file : files(this.folder, "")) {
			if (file.toString().endsWith(".class")) {
				continue;
			}
			List<String> lines = read(file).lines().toList();
			String name = this.folder.relativize(file).toString();
			for (int i = 0; i < lines.size(); i++) {
				Matcher mark = MARK.matcher(lines.get(i));
				if (mark.find()) {
					int above = (mark.group(2) != null) ? Integer.parseInt(mark.group(2)) : 0;
					marks.add("-OF-FILE".equals(mark.group(1)) ? name : name + ":" + (i + 1 - above));
				}
			}
		}
		return marks;
	}

	/** Where a comment says that a blocker is, and which kind. */
	Map<String, String> blockers() {
		Map<String, String> blockers = new TreeMap<>();
		lines((place, number, line) -> {
			Matcher mark = BLOCKER.matcher(line);
			if (mark.find()) {
				int below = (mark.group(2) != null) ? Integer.parseInt(mark.group(2)) : 0;
				blockers.put("-of-file".equals(mark.group(1)) ? place : place + ":" + (number + below),
						mark.group(3).strip());
			}
		});
		return blockers;
	}

	/** How many lines only look like blockers. */
	int lookAlikes() {
		List<String> clean = new ArrayList<>();
		lines((place, number, line) -> {
			if (line.contains(" clean: ")) {
				clean.add(line);
			}
		});
		return clean.size();
	}

	private void lines(LineReader reader) {
		for (Path file : files(this.folder, "")) {
			if (!file.toString().endsWith(".class")) {
				List<String> lines = read(file).lines().toList();
				for (int i = 0; i < lines.size(); i++) {
					reader.read(this.folder.relativize(file).toString(), i + 1, lines.get(i));
				}
			}
		}
	}

	/** Reads a line of a file. */
	@FunctionalInterface
	private interface LineReader {

		void read(String file, int number, String line);

	}

	private List<Path> artifacts() {
		try (Stream<Path> found = Files.walk(this.folder)) {
			return found.filter((path) -> Files.isDirectory(path.resolve("src/main"))).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void javac(Path artifact) {
		List<String> options = new ArrayList<>(List.of("-g", "-parameters", "-proc:none", "-implicit:none", "-d",
				artifact.resolve("target/classes").toString(), "-classpath", System.getProperty("java.class.path"),
				"-sourcepath",
				String.join(":", artifacts().stream().map((one) -> one.resolve("src/main/java").toString()).toList())));
		List<Path> sources = files(artifact, ".java");
		if (sources.isEmpty()) {
			return;
		}
		sources.forEach((file) -> options.add(file.toString()));
		int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
		assertThat(status).as("javac of " + artifact).isZero();
	}

	private static List<Path> files(Path folder, String ending) {
		try (Stream<Path> found = Files.walk(folder)) {
			return found.filter(Files::isRegularFile)
				.filter((file) -> file.toString().endsWith(ending))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path from, Path to) {
		write(to, read(from));
	}

	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jar of a process that a user starts, as {@code ./mvnw package} wrote it.
 */
public final class ExecutableJar {

	private static final Map<Path, Path> UNPACKED = new ConcurrentHashMap<>();

	private final Path packaged;

	private ExecutableJar(Path packaged) {
		this.packaged = packaged;
	}

	/**
	 * Finds a jar.
	 * @param folder the Maven module that it belongs to, from the root of the repository
	 * @return the jar
	 * @throws IllegalStateException if it is not there
	 */
	public static ExecutableJar of(String folder) {
		Path target = Repository.root().resolve(folder).resolve("target");
		try (Stream<Path> files = Files.list(target)) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar"))
				.findFirst()
				.map(ExecutableJar::new)
				.orElseThrow(() -> new IllegalStateException("No jar in " + target + "; run ./mvnw package first"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The program that starts it: of the JDK that runs the tests.
	 * @return its path
	 */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * As it was packaged; its digest says which build it is.
	 * @return one file
	 */
	public Path packaged() {
		return this.packaged;
	}

	/**
	 * The same with its libraries beside it, as {@code ./banyan up} starts it: much
	 * quicker. Unpacked once in a test run, and only a Spring Boot application can be.
	 * @return a jar whose manifest names the libraries
	 */
	public Path unpacked() {
		return UNPACKED.computeIfAbsent(this.packaged, ExecutableJar::unpack);
	}

	private static Path unpack(Path packaged) {
		Path destination = packaged.resolveSibling("unpacked");
		try {
			Process process = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", packaged.toString(), "extract",
					"--force", "--destination", destination.toString())
				.redirectErrorStream(true)
				.start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(packaged + " cannot be unpacked: " + said);
			}
			return destination.resolve(packaged.getFileName());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The class that starts the application.
	 * @return its name
	 */
	public String mainClass() {
		try (JarFile jar = new JarFile(unpacked().toFile())) {
			return jar.getManifest().getMainAttributes().getValue("Main-Class");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

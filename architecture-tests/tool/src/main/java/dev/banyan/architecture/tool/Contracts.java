package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the service that lies there started alone and keeps its pacts: what its own
 * tests wrote down about the very jar and the very pacts that lie there now.
 */
final class Contracts {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int BUILD = 12;

	private final Path root;

	Contracts(Path root) {
		this.root = root;
	}

	/** Why the service that was built last does not count as running alone. */
	Optional<String> doubt(String module) {
		Path folder = this.root.resolve("modules").resolve(module);
		Optional<Path> jar = files(folder.resolve("service/target"), "-exec.jar").findFirst();
		if (jar.isEmpty()) {
			return Optional.of("its service has not been built");
		}
		if (isOlder(jar.get(), folder)) {
			return Optional.of("its code was compiled after its service was built");
		}
		String build = sum(jar.get()).substring(0, BUILD);
		Path seen = this.root.resolve("target/contracts").resolve(build).resolve("alone").resolve(module + ".json");
		if (!Files.exists(seen)) {
			return Optional.of("nobody saw its service, build " + build + ", start alone");
		}
		JsonNode evidence = JSON.readTree(ModuleMap.read(seen));
		int wanted = 0;
		for (Path pact : files(folder.resolve("pacts"), ".json").toList()) {
			String name = pact.getFileName().toString();
			if (!evidence.path("pacts").path(name).asString("").equals(sum(pact))) {
				return Optional.of("its service, build " + build + ", was not tried with " + name + " as it is");
			}
			wanted += JSON.readTree(ModuleMap.read(pact)).path("interactions").size();
		}
		int kept = evidence.path("kept").asInt(0);
		return (kept < wanted)
				? Optional.of("its service, build " + build + ", keeps " + kept + " of " + wanted + " interactions")
				: Optional.empty();
	}

	private static boolean isOlder(Path jar, Path folder) {
		FileTime built = changed(jar);
		return Stream.of("target/classes", "api/target/classes", "impl/target/classes", "service/target/classes")
			.flatMap((classes) -> files(folder.resolve(classes), ".class"))
			.anyMatch((type) -> changed(type).compareTo(built) > 0);
	}

	private static FileTime changed(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sum(Path file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pacts, and whether the service that lies there was verified against them: the results
 * that the gateway's contract gate reads, too.
 */
final class Contracts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path root;

	Contracts(Path root) {
		this.root = root;
	}

	boolean exists(String consumer, String provider) {
		return Files.exists(pacts(provider).resolve(consumer + "-" + provider + ".json"));
	}

	private Path pacts(String provider) {
		return this.root.resolve("modules").resolve(provider).resolve("pacts");
	}

	/** Why the service that was built last does not count as running alone. */
	Optional<String> doubt(String module) {
		Optional<Path> jar = files(this.root.resolve("modules").resolve(module).resolve("service/target"), "-exec.jar")
			.stream()
			.findFirst();
		if (jar.isEmpty()) {
			return Optional.of("its service has not been built");
		}
		String build = build(jar.get());
		Path results = this.root.resolve("target/contracts").resolve(build).resolve(module + ".json");
		if (!Files.exists(results)) {
			return Optional.of("no pact was verified against its service, build " + build);
		}
		int wanted = files(pacts(module), ".json").stream()
			.map(Contracts::json)
			.mapToInt((pact) -> pact.path("interactions").size() + pact.path("messages").size())
			.sum();
		int kept = 0;
		for (JsonNode execution : json(results).path("execution")) {
			for (JsonNode interaction : execution.path("interactions")) {
				kept += interaction.at("/verification/result").asString("").equals("OK") ? 1 : 0;
			}
		}
		return (kept < wanted)
				? Optional.of("its service, build " + build + ", keeps " + kept + " of " + wanted + " interactions")
				: Optional.empty();
	}

	private static List<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode json(Path file) {
		return JSON.readTree(ModuleMap.read(file));
	}

	private static String build(Path jar) {
		try {
			byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
			return HexFormat.of().formatHex(sum).substring(0, 12);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

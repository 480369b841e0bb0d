package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a module ran alone and kept its pacts: what the test of its service wrote down
 * about the very jar and the very pacts that lie there, or, of a module without a
 * service, about what {@code banyan extract} makes of the very sources that lie there.
 */
final class Contracts {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int BUILD = 12;

	private static final int TOLD = 3;

	private final Path root;

	private final Optional<Path> proofs;

	Contracts(Path root) {
		this.root = root;
		this.proofs = Sources.sum(root).map((sum) -> Sources.proofs(root, sum));
	}

	/**
	 * What was seen.
	 *
	 * @param of what ran, in words; empty if nothing was tried
	 * @param doubt why that does not count; empty if it ran alone and kept every pact
	 * @param failed whether it was tried and did not
	 */
	record Seen(String of, Optional<String> doubt, boolean failed) {

		static Seen nothing(String why) {
			return new Seen("", Optional.of(why), false);
		}

		boolean ranAlone() {
			return this.doubt.isEmpty();
		}

	}

	/** What was seen of the service that was built last. */
	Seen ofService(String module) {
		Path folder = this.root.resolve("modules").resolve(module);
		Optional<Path> jar = files(folder.resolve("service/target"), "-exec.jar").findFirst();
		if (jar.isEmpty()) {
			return Seen.nothing("its service has not been built");
		}
		if (isOlder(jar.get(), folder)) {
			return Seen.nothing("its code was compiled after its service was built");
		}
		String build = sum(jar.get()).substring(0, BUILD);
		Path evidence = this.root.resolve("target/contracts").resolve(build).resolve("alone").resolve(module + ".json");
		return Files.exists(evidence) ? read(evidence, module, "its service (build " + build + ")")
				: Seen.nothing("nobody saw its service, build " + build + ", start alone");
	}

	/** What was seen of the service that it would get. */
	Seen ofExtracted(String module) {
		Optional<Path> evidence = this.proofs.map((folder) -> folder.resolve(module + ".json")).filter(Files::exists);
		return evidence.map((file) -> read(file, module, "the service that it would get"))
			.orElse(Seen.nothing("nobody saw the service that it would get start alone"));
	}

	private Seen read(Path file, String module, String what) {
		JsonNode evidence = JSON.readTree(ModuleMap.read(file));
		int wanted = 0;
		for (Path pact : files(this.root.resolve("modules").resolve(module).resolve("pacts"), ".json").toList()) {
			String name = pact.getFileName().toString();
			if (!evidence.path("broken").isEmpty()) {
				break;
			}
			if (!evidence.path("pacts").path(name).asString("").equals(sum(pact))) {
				return Seen.nothing(what + " was not tried with " + name + " as it is");
			}
			wanted += JSON.readTree(ModuleMap.read(pact)).path("interactions").size();
		}
		List<String> broken = new ArrayList<>();
		evidence.path("broken").forEach((one) -> broken.add(one.asString()));
		int kept = evidence.path("kept").asInt(0);
		if (broken.isEmpty() && kept < wanted) {
			broken.add("it keeps " + kept + " of " + wanted + " interactions");
		}
		return new Seen(what, broken.isEmpty() ? Optional.empty() : Optional.of(what + ": " + told(broken)),
				!broken.isEmpty());
	}

	/** One cause often breaks all. */
	private static String told(List<String> broken) {
		String first = String.join("; ", broken.subList(0, Math.min(TOLD, broken.size())));
		return (broken.size() > TOLD) ? first + "; and " + (broken.size() - TOLD) + " more" : first;
	}

	/**
	 * Maven dates all jars alike; only the change of its status says when one was
	 * written.
	 */
	private static boolean isOlder(Path jar, Path folder) {
		FileTime built = time(jar, "unix:ctime");
		return Stream.of("target/classes", "api/target/classes", "impl/target/classes", "service/target/classes")
			.flatMap((classes) -> files(folder.resolve(classes), ".class"))
			.anyMatch((type) -> time(type, "lastModifiedTime").compareTo(built) > 0);
	}

	private static FileTime time(Path file, String attribute) {
		try {
			return (FileTime) Files.getAttribute(file, attribute);
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
			return Sources.sum(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

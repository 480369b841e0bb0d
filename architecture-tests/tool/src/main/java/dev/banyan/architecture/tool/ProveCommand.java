package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code banyan readiness --prove}: builds and starts each module alone, and has it keep
 * its pacts. What has no service yet is extracted into a copy of the repository below
 * {@code target}. Needs nothing but a JDK: it runs from source.
 */
public final class ProveCommand {

	private static final int USAGE = 2;

	private final Path root;

	ProveCommand(Path root) {
		this.root = root;
	}

	/**
	 * Runs the command.
	 * @param arguments the folder of the code base, and a module; without it, all
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] arguments) throws IOException {
		ProveCommand command = new ProveCommand(Path.of(arguments[0]).toAbsolutePath().normalize());
		try {
			command.prove((arguments.length > 1) ? Optional.of(arguments[1]) : Optional.empty());
		}
		catch (IllegalArgumentException ex) {
			System.err.println("banyan: " + ex.getMessage());
			System.exit(USAGE);
		}
	}

	void prove(Optional<String> only) throws IOException {
		Folders folders = new Folders(this.root);
		Set<String> modules = folders.modules();
		only.filter((module) -> !modules.contains(module)).ifPresent((module) -> {
			throw new IllegalArgumentException(
					"there is no module " + module + "; there are " + String.join(", ", modules));
		});
		Set<String> wanted = new TreeSet<>(only.map(Set::of).orElse(modules));
		Set<String> services = wanted.stream()
			.filter(folders::isService)
			.collect(Collectors.toCollection(TreeSet::new));
		wanted.removeAll(services);
		if (!services.isEmpty()) {
			start(this.root, services);
		}
		if (!wanted.isEmpty()) {
			String sources = Sources.sum(this.root)
				.orElseThrow(
						() -> new IllegalArgumentException("what is proved is a commit: commit your changes first"));
			Path copy = this.root.resolve("target/proofs/copy");
			Stages.empty(copy);
			try {
				proveIn(copy, wanted, Files.createDirectories(Sources.proofs(this.root, sources)));
			}
			finally {
				Stages.empty(copy);
			}
		}
	}

	private void proveIn(Path copy, Set<String> modules, Path proofs) throws IOException {
		new Git(this.root).run("clone", "-q", "--shared", this.root.toString(), copy.toString());
		Git git = new Git(copy);
		for (String module : modules) {
			Files.deleteIfExists(proofs.resolve(module + ".json"));
			if (new ExtractCommand(copy, module).extract(false) != 0) {
				throw new IllegalArgumentException(module + " cannot be extracted, see above");
			}
			git.run("add", "-A");
			git.run("-c", "user.name=banyan", "-c", "user.email=banyan@localhost", "commit", "-q", "-m",
					"Extract " + module);
		}
		List<String> log = start(copy, modules);
		for (String module : modules) {
			Optional<Path> evidence = evidence(copy, module);
			if (evidence.isPresent()) {
				Files.copy(evidence.get(), proofs.resolve(module + ".json"), StandardCopyOption.REPLACE_EXISTING);
			}
			else {
				Files.writeString(proofs.resolve(module + ".json"), "{\"pacts\":{},\"kept\":0,\"broken\":[\"%s\"]}"
					.formatted(("it was not started: " + error(log, module)).replaceAll("[\\\\\"]", "'")));
			}
		}
	}

	/** Of the module itself, if there is one. */
	static String error(List<String> log, String module) {
		List<String> errors = log.stream()
			.filter((line) -> line.startsWith("[ERROR] ") && !line.contains("COMPILATION ERROR"))
			.toList();
		return errors.stream()
			.filter((line) -> line.contains("/modules/" + module + "/"))
			.findFirst()
			.or(() -> errors.stream().findFirst())
			.orElse("[ERROR] its test did not run")
			.substring("[ERROR] ".length());
	}

	/** What is not needed for their own processes is not built. */
	private List<String> start(Path folder, Collection<String> modules) throws IOException {
		Path log = Files.createDirectories(this.root.resolve("target/proofs")).resolve("last.log");
		System.out.println("Building and starting alone: " + String.join(", ", modules) + " (" + log + ") ...");
		List<String> command = new ArrayList<>(List.of(folder.resolve("mvnw").toString(), "-B", "-fae", "-pl",
				modules.stream().map((module) -> "modules/" + module + "/service").collect(Collectors.joining(",")),
				"-am", "-Dsurefire.failIfNoSpecifiedTests=false",
				"-Dtest=" + modules.stream().map(ProveCommand::test).collect(Collectors.joining(",")), "verify"));
		Process build = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			build.waitFor();
		}
		catch (InterruptedException ex) {
			build.destroy();
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return Files.readAllLines(log);
	}

	private static String test(String module) {
		return module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1) + "ServiceTests";
	}

	private static Optional<Path> evidence(Path copy, String module) {
		Path contracts = copy.resolve("target/contracts");
		if (!Files.isDirectory(contracts)) {
			return Optional.empty();
		}
		try (Stream<Path> builds = Files.list(contracts)) {
			return builds.map((build) -> build.resolve("alone").resolve(module + ".json"))
				.filter(Files::exists)
				.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

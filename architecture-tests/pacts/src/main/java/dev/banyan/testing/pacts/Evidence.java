package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

/**
 * What is written down about a build that was started, in
 * {@code target/contracts/<build>}: Pact's own results as {@code <provider>.json}, which
 * the gateway's contract gate reads, and for a service {@code alone/<module>.json}, which
 * the readiness report reads. A build is named by the contents of its jar, and so is each
 * pact: what was seen of another build, or of another pact, says nothing.
 */
final class Evidence {

	private static final int BUILD = 12;

	private static final int LONGEST = 400;

	private final Path folder;

	private final List<String> broken = new ArrayList<>();

	private int kept;

	private Evidence(Path folder) {
		this.folder = folder;
	}

	/** Pact adds to the results of a build; those of an earlier run are not wanted. */
	static Evidence startAnew(Path jar) throws IOException {
		Path folder = Repository.root().resolve("target/contracts").resolve(sum(jar).substring(0, BUILD));
		Files.createDirectories(folder);
		for (Path file : Repository.files(folder)) {
			Files.delete(file);
		}
		for (Path file : Repository.files(folder.resolve("alone"))) {
			Files.delete(file);
		}
		System.setProperty("pact.verification.reports", "console,json");
		System.setProperty("pact.verification.reportDir", folder.toString());
		return new Evidence(folder);
	}

	/** Another interaction was as its consumer expects it. */
	void kept() {
		this.kept++;
	}

	/** It did not start, or does not keep an interaction. */
	void broken(String what) {
		String line = what.strip().replaceAll("\\s+", " ");
		this.broken.add((line.length() > LONGEST) ? line.substring(0, LONGEST) + " ..." : line);
	}

	/** What was seen of the service of a module. */
	void write(String module) throws IOException {
		Map<String, String> pacts = new TreeMap<>();
		for (Path pact : Repository.files(Repository.pacts(module))) {
			pacts.put(pact.getFileName().toString(), sum(pact));
		}
		Files.createDirectories(this.folder.resolve("alone"));
		Files.writeString(this.folder.resolve("alone").resolve(module + ".json"),
				new JsonMapper().writeValueAsString(Map.of("pacts", pacts, "kept", this.kept, "broken", this.broken)));
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

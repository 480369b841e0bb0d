package dev.banyan.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the results of verifying pacts are kept for the contract gate of the gateway:
 * {@code target/contracts/<build>/<provider>.json}.
 */
final class VerificationResults {

	private VerificationResults() {
	}

	/** Pact adds to the results of a build; an earlier run's are not wanted. */
	static Path startAnew(String build) throws IOException {
		Path folder = Shop.root().resolve("target/contracts").resolve(build);
		Files.createDirectories(folder);
		try (var files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		System.setProperty("pact.verification.reports", "console,json");
		System.setProperty("pact.verification.reportDir", folder.toString());
		return folder;
	}

}

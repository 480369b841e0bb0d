package dev.banyan.architecture.tool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an extracted service is made of, and what it is tried with: poms, main code and
 * pacts, and the tool that moves them. Neither pages nor other tests.
 */
final class Sources {

	private static final int SHORT = 12;

	private static final String[] WHERE = { "--", "pom.xml", "modules", "legacy-adapter", "architecture-tests/pacts",
			"architecture-tests/tool" };

	private static final Predicate<String> COUNTS = (line) -> !line.contains("/src/test/")
			&& !line.endsWith("/README.md");

	private Sources() {
	}

	/**
	 * Names the sources that are committed.
	 * @param root the folder of the code base
	 * @return their sum; empty if there are changes, or no repository
	 */
	static Optional<String> sum(Path root) {
		Git git = new Git(root);
		try {
			if (git.run(with("status", "--porcelain", "--untracked-files=all")).lines().anyMatch(COUNTS)) {
				return Optional.empty();
			}
			return Optional.of(sum(git.run(with("ls-tree", "-r", "HEAD"))
				.lines()
				.filter(COUNTS)
				.collect(Collectors.joining("\n"))
				.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Where what was seen of a module's extracted service is written down. */
	static Path proofs(Path root, String sum) {
		return root.resolve("target/proofs").resolve(sum.substring(0, SHORT));
	}

	private static String[] with(String... arguments) {
		return Stream.of(arguments, WHERE).flatMap(Arrays::stream).toArray(String[]::new);
	}

	static String sum(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

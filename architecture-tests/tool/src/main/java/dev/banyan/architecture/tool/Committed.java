package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What files were in other commits.
 */
final class Committed {

	private Committed() {
	}

	/**
	 * The text of a file in a commit.
	 * @throws IllegalArgumentException with what git says, if there is no such commit
	 */
	static String text(Path root, String commit, String file) {
		try {
			git(root, "rev-parse", "--verify", "--quiet", commit + "^{commit}");
			return git(root, "ls-tree", "--name-only", commit, "--", file).isBlank() ? ""
					: git(root, "show", commit + ":" + file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String git(Path root, String... arguments) throws IOException, InterruptedException {
		ProcessBuilder git = new ProcessBuilder("git", "-C", root.toString());
		git.command().addAll(List.of(arguments));
		Process process = git.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalArgumentException("git " + String.join(" ", arguments) + ": " + output.strip());
		}
		return output;
	}

}

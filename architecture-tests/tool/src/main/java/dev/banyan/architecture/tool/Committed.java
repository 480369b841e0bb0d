package dev.banyan.architecture.tool;

import java.nio.file.Path;

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
		Git git = new Git(root);
		git.run("rev-parse", "--verify", "--quiet", commit + "^{commit}");
		return git.run("ls-tree", "--name-only", commit, "--", file).isBlank() ? ""
				: git.run("show", commit + ":" + file);
	}

}

package dev.banyan.architecture.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Files are read as they were in a commit.
 */
class CommittedTests {

	@TempDir
	private Path folder;

	@BeforeEach
	void commits() throws Exception {
		git("init", "--quiet");
		Files.writeString(this.folder.resolve("list.txt"), "one\n");
		git("add", ".");
		git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "--message", "One");
		Files.writeString(this.folder.resolve("list.txt"), "one\ntwo\n");
	}

	@Test
	void readsWhatWasCommitted() {
		assertThat(Committed.text(this.folder, "HEAD", "list.txt")).isEqualTo("one\n");
		assertThat(Committed.text(this.folder, "HEAD", "other.txt")).isEmpty();
	}

	@Test
	void refusesWhatIsNoCommit() {
		assertThatIllegalArgumentException().isThrownBy(() -> Committed.text(this.folder, "elsewhere", "list.txt"))
			.withMessageContaining("elsewhere");
	}

	private void git(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("git", "-C", this.folder.toString()));
		command.addAll(List.of(arguments));
		assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
	}

}

package dev.banyan.gateway.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LineFileTests {

	private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

	@TempDir
	private Path folder;

	private Path file() {
		return this.folder.resolve("access.jsonl");
	}

	@Test
	void writesEveryLineInOrderAlsoThoseThatWaitWhenItIsClosed() throws IOException {
		try (LineFile lines = new LineFile(file(), 3, TODAY)) {
			IntStream.range(0, 5000).forEach((line) -> lines.write("line " + line));
		}
		assertThat(Files.readAllLines(file()))
			.containsExactlyElementsOf(IntStream.range(0, 5000).mapToObj((line) -> "line " + line).toList());
	}

	@Test
	void putsTheLinesOfADayAsideAndForgetsThemLater() throws IOException {
		Files.writeString(file(), "yesterday\n");
		Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2026-03-09T23:59:59Z")));
		for (String day : new String[] { "2026-03-06", "2026-03-07", "2026-03-08" }) {
			Files.writeString(this.folder.resolve("access.jsonl." + day), day);
		}
		Files.writeString(this.folder.resolve("access.jsonl.notes"), "not ours");
		try (LineFile lines = new LineFile(file(), 3, TODAY)) {
			lines.write("today");
		}
		assertThat(file()).hasContent("today");
		assertThat(this.folder.resolve("access.jsonl.2026-03-09")).hasContent("yesterday");
		try (var files = Files.list(this.folder)) {
			assertThat(files.map((path) -> path.getFileName().toString())).containsExactlyInAnyOrder("access.jsonl",
					"access.jsonl.2026-03-09", "access.jsonl.2026-03-08", "access.jsonl.2026-03-07",
					"access.jsonl.notes");
		}
	}

}

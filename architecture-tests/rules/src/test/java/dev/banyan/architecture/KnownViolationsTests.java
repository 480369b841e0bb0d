package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KnownViolationsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

	private static final Violation KNOWN = new Violation("no-cycles", "stock", "Stock.java", 7, "a uses b");

	private static final Violation NEW = new Violation("no-cycles", "stock", "Stock.java", 9, "a uses c");

	@TempDir
	private Path folder;

	@Test
	void toleratesWhatIsListedWhereverItsLineMoves() throws IOException {
		KnownViolations known = read("# comment\nno-cycles | stock | a uses b | 2026-12-01 | waits for the new API\n");
		Violation moved = new Violation(KNOWN.rule(), KNOWN.module(), KNOWN.file(), 70, KNOWN.what());
		assertThat(known.without(List.of(KNOWN, moved, NEW), DAY)).containsExactly(NEW);
	}

	@Test
	void toleratesNothingOnceItHasExpired() throws IOException {
		KnownViolations known = read("no-cycles | stock | a uses b | 2026-11-21 | waits for the new API\n");
		assertThat(known.without(List.of(KNOWN), DAY)).containsExactly(KNOWN);
		assertThat(known.without(List.of(KNOWN), DAY.minusDays(1))).isEmpty();
	}

	@Test
	void tellsWhatIsMended() throws IOException {
		KnownViolations known = read("no-cycles | stock | a uses b | 2026-12-01 | waits for the new API\n");
		assertThat(known.mended(List.of(KNOWN))).isEmpty();
		assertThat(known.mended(List.of(NEW))).extracting(KnownViolations.Entry::identity)
			.containsExactly("no-cycles | stock | a uses b");
	}

	@Test
	void wantsAReasonAndAnEnd() {
		assertThatIllegalArgumentException().isThrownBy(() -> read("no-cycles | stock | a uses b | 2026-12-01\n"))
			.withMessageContaining("rule | module | what | until | reason");
	}

	@Test
	void knowsNothingWithoutAList() {
		assertThat(KnownViolations.read(this.folder.resolve("none")).without(List.of(KNOWN), DAY))
			.containsExactly(KNOWN);
	}

	private KnownViolations read(String text) throws IOException {
		return KnownViolations.read(Files.writeString(this.folder.resolve("known"), text));
	}

}

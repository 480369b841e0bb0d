package dev.banyan.architecture.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How modules stood is noted once a day and read again.
 */
class HistoryTests {

	@TempDir
	private Path folder;

	@Test
	void notesEachDayOnce() throws Exception {
		Path file = this.folder.resolve("history.csv");
		History.read(file).record(LocalDate.of(2026, 1, 31), List.of(stock(40), orders()));
		History.read(file).record(LocalDate.of(2026, 3, 1), List.of(stock(70)));
		History.read(file).record(LocalDate.of(2026, 3, 1), List.of(stock(90)));
		assertThat(file).hasContent("""
				day,module,score,blockers
				2026-01-31,orders,0,0
				2026-01-31,stock,40,0
				2026-03-01,stock,90,0
				""");
		assertThat(History.read(file).scores("stock")).containsExactly(Map.entry(LocalDate.of(2026, 1, 31), 40),
				Map.entry(LocalDate.of(2026, 3, 1), 90));
		assertThat(History.read(file).scores("unknown")).isEmpty();
		assertThat(History.read(file).newest("stock")).isEqualTo("90 of 100 when it was noted last, on 2026-03-01");
		assertThat(History.read(file).newest("unknown")).isEqualTo("not noted yet");
	}

	@Test
	void namesALineThatIsIncomplete() throws Exception {
		Path file = this.folder.resolve("history.csv");
		Files.writeString(file, "day,module,score,blockers\n2026-01-31,stock,40\n");
		assertThatIllegalArgumentException().isThrownBy(() -> History.read(file))
			.withMessageContaining("2026-01-31,stock,40");
	}

	private static Readiness stock(int score) {
		return new Readiness(facts("stock"), List.of(), score, "");
	}

	private static Readiness orders() {
		return new Readiness(facts("orders"), List.of(), 0, "");
	}

	private static ModuleFacts facts(String name) {
		SortedMap<String, Integer> none = new TreeMap<>();
		return new ModuleFacts(name, "", ModuleFacts.Stage.IN_PROCESS, new TreeSet<>(), none, none, none,
				new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
	}

}

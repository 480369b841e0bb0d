package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each module was from leaving, by day: a committed list of
 * {@code day,module,score,blockers}, one entry per module and day.
 */
final class History {

	private static final String HEAD = "day,module,score,blockers";

	private static final int COLUMNS = 4;

	private final Path file;

	private final Map<LocalDate, Map<String, Entry>> days = new TreeMap<>();

	/**
	 * How a module stood.
	 *
	 * @param score 0 to 100
	 * @param blockers how many there were
	 */
	record Entry(int score, int blockers) {
	}

	private History(Path file) {
		this.file = file;
	}

	static History read(Path file) {
		History history = new History(file);
		if (Files.exists(file)) {
			try {
				Files.readAllLines(file).stream().skip(1).forEach(history::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return history;
	}

	private void add(String line) {
		String[] columns = line.split(",");
		if (columns.length != COLUMNS) {
			throw new IllegalArgumentException(this.file.getFileName() + " needs \"" + HEAD + "\" in: " + line);
		}
		put(LocalDate.parse(columns[0]), columns[1],
				new Entry(Integer.parseInt(columns[2]), Integer.parseInt(columns[3])));
	}

	private void put(LocalDate day, String module, Entry entry) {
		this.days.computeIfAbsent(day, (unknown) -> new TreeMap<>()).put(module, entry);
	}

	/** Notes how modules stand on a day, instead of what was noted on it before. */
	void record(LocalDate day, List<Readiness> modules) {
		this.days.remove(day);
		modules.forEach((one) -> put(day, one.module().name(), new Entry(one.score(), one.blockers().size())));
		List<String> lines = new ArrayList<>(List.of(HEAD));
		this.days.forEach((when, entries) -> entries
			.forEach((module, entry) -> lines.add(when + "," + module + "," + entry.score() + "," + entry.blockers())));
		try {
			Files.writeString(this.file, String.join("\n", lines) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The scores of a module, by day, the oldest first. */
	Map<LocalDate, Integer> scores(String module) {
		Map<LocalDate, Integer> scores = new TreeMap<>();
		this.days.forEach((day, entries) -> {
			Entry entry = entries.get(module);
			if (entry != null) {
				scores.put(day, entry.score());
			}
		});
		return scores;
	}

	/** What was noted of a module last, in words. */
	String newest(String module) {
		return scores(module).entrySet()
			.stream()
			.reduce((one, later) -> later)
			.map((noted) -> noted.getValue() + " of 100 when it was noted last, on " + noted.getKey())
			.orElse("not noted yet");
	}

}

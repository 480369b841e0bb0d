package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ratchet for a code base that does not start clean: violations that are known, why,
 * and until when. They have no line numbers, so that they survive edits; what is mended
 * has to be removed.
 */
public final class KnownViolations {

	private static final int PARTS = 5;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/**
	 * A known violation.
	 *
	 * @param identity see {@link Violation#identity()}
	 * @param module the part of the code base that has to change
	 * @param until the first day on which it is tolerated no more
	 * @param reason why it is still there
	 */
	public record Entry(String identity, String module, LocalDate until, String reason) {
	}

	private KnownViolations() {
	}

	/**
	 * Reads a list: one violation per line as
	 * {@code rule | module | what | until | reason}; lines that begin with # are ignored.
	 * @param file the list; none means that nothing is known
	 * @return the list
	 * @throws IllegalArgumentException naming a line that is incomplete
	 */
	public static KnownViolations read(Path file) {
		try {
			return parse(String.valueOf(file.getFileName()), Files.exists(file) ? Files.readString(file) : "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the text of a list.
	 * @param name what the list is called
	 * @param text its lines; none means that nothing is known
	 * @return the list
	 * @throws IllegalArgumentException naming a line that is incomplete
	 */
	public static KnownViolations parse(String name, String text) {
		KnownViolations known = new KnownViolations();
		text.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.forEach((line) -> known.add(name, line));
		return known;
	}

	private void add(String name, String line) {
		String[] parts = line.split("\\s+\\|\\s+");
		if (parts.length != PARTS || parts[PARTS - 1].isBlank()) {
			throw new IllegalArgumentException(name + " needs \"rule | module | what | until | reason\" in: " + line);
		}
		Entry entry = new Entry(String.join(" | ", parts[0].strip(), parts[1], parts[2]), parts[1],
				LocalDate.parse(parts[3]), parts[4].strip());
		this.entries.put(entry.identity(), entry);
	}

	/**
	 * All entries.
	 * @return in the order of the list
	 */
	public List<Entry> entries() {
		return List.copyOf(this.entries.values());
	}

	/**
	 * The violations that are not tolerated.
	 * @param found what the rules found
	 * @param today the day of the check
	 * @return those that are not in the list or have expired
	 */
	public List<Violation> without(List<Violation> found, LocalDate today) {
		return found.stream().filter((violation) -> {
			Entry entry = this.entries.get(violation.identity());
			return entry == null || !today.isBefore(entry.until());
		}).toList();
	}

	/**
	 * Entries whose violation is gone.
	 * @param found what the rules found
	 * @return those that have to be removed from the list
	 */
	public List<Entry> mended(List<Violation> found) {
		Set<String> identities = found.stream().map(Violation::identity).collect(Collectors.toSet());
		List<Entry> mended = new ArrayList<>(this.entries.values());
		mended.removeIf((entry) -> identities.contains(entry.identity()));
		return mended;
	}

}

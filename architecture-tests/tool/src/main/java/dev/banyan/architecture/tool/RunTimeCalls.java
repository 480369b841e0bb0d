package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calls between modules that were counted while tests ran, beside those that the code
 * has.
 */
final class RunTimeCalls {

	private static final int COLUMNS = 3;

	private final SortedMap<String, Long> counted = new TreeMap<>();

	/**
	 * A module that calls another.
	 *
	 * @param caller the one
	 * @param callee the other
	 * @param inCode places in the code
	 * @param atRunTime calls that were counted
	 */
	record Pair(String caller, String callee, int inCode, long atRunTime) {

		String difference() {
			if (this.inCode == 0) {
				return "not seen in the code";
			}
			return (this.atRunTime == 0) ? "never called in tests" : "";
		}

	}

	/**
	 * Reads what was counted.
	 * @param root the folder of the code base; the counts lie in {@code target/coupling}
	 */
	RunTimeCalls(Path root) {
		Path folder = root.resolve("target/coupling");
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".csv")).toList()) {
				for (String line : Files.readAllLines(file)) {
					String[] columns = line.split(",");
					if (columns.length == COLUMNS) {
						this.counted.merge(columns[0] + "," + columns[1], Long.valueOf(columns[2]), Long::sum);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean wereCounted() {
		return !this.counted.isEmpty();
	}

	/** All pairs of modules of which one calls the other, in the code or at run time. */
	List<Pair> beside(List<ModuleFacts> modules) {
		SortedMap<String, Integer> inCode = new TreeMap<>();
		modules.forEach(
				(module) -> module.calls().forEach((callee, count) -> inCode.put(module.name() + "," + callee, count)));
		List<String> names = modules.stream().map(ModuleFacts::name).toList();
		SortedMap<String, Long> all = new TreeMap<>(this.counted);
		inCode.keySet().forEach((pair) -> all.putIfAbsent(pair, 0L));
		List<Pair> pairs = new ArrayList<>();
		all.forEach((pair, count) -> {
			String[] ends = pair.split(",");
			if (names.contains(ends[0]) && names.contains(ends[1])) {
				pairs.add(new Pair(ends[0], ends[1], inCode.getOrDefault(pair, 0), count));
			}
		});
		return pairs;
	}

}

package dev.banyan.architecture.tool;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the code says about a module.
 *
 * @param name its name
 * @param purpose the first paragraph of its package-info.java
 * @param stage how far its extraction has come, as its folder's shape says
 * @param allowed the modules that it may use
 * @param seams the interfaces at its root package, with the number of their methods
 * @param calledFrom calls of its API, by calling module
 * @param calls calls of other modules' APIs, by called module
 * @param events its events, with the modules that listen to them
 * @param hears other modules' events that it listens to
 * @param tables the tables in its schema
 */
record ModuleFacts(String name, String purpose, Stage stage, SortedSet<String> allowed,
		SortedMap<String, Integer> seams, SortedMap<String, Integer> calledFrom, SortedMap<String, Integer> calls,
		SortedMap<String, List<String>> events, SortedSet<String> hears, SortedSet<String> tables) {

	/** How far a module's extraction has come. */
	enum Stage {

		/** {@code src/}: in-process only. */
		IN_PROCESS("in-process only"),
		/** {@code api/ + impl/}: callable from another process. */
		SPLIT("callable from another process"),
		/** {@code + service/}: can run alone. */
		SERVICE("can run alone");

		private final String words;

		Stage(String words) {
			this.words = words;
		}

		String words() {
			return this.words;
		}

	}

	int callsIn() {
		return sum(this.calledFrom);
	}

	int callsOut() {
		return sum(this.calls);
	}

	private static int sum(Map<String, Integer> counts) {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

}

package instrumented;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts which module calls which, and writes it down when the process ends, for the
 * readiness report: a line {@code caller,callee,calls} each in the folder that
 * {@code coupling.folder} names.
 */
final class Coupling {

	private static final Map<String, LongAdder> CALLS = new ConcurrentHashMap<>();

	static {
		String folder = System.getProperty("coupling.folder");
		if (folder != null) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(folder))));
		}
	}

	private Coupling() {
	}

	static void count(String caller, String callee) {
		CALLS.computeIfAbsent(caller + "," + callee, (key) -> new LongAdder()).increment();
	}

	static Map<String, Long> calls() {
		Map<String, Long> calls = new TreeMap<>();
		CALLS.forEach((pair, count) -> calls.put(pair, count.sum()));
		return calls;
	}

	private static void write(Path folder) {
		List<String> lines = calls().entrySet().stream().map((one) -> one.getKey() + "," + one.getValue()).toList();
		try {
			Files.createDirectories(folder);
			Files.write(folder.resolve(ProcessHandle.current().pid() + ".csv"), lines);
		}
		catch (IOException ex) {
			System.err.println("The calls between modules cannot be written down: " + ex);
		}
	}

}

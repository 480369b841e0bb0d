package instrumented;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the steps of a saga. It writes the steps down, or stands
 * still before the one that it was told, until it is killed or released.
 */
final class Journey {

	private static final ThreadLocal<@Nullable Journey> CURRENT = new ThreadLocal<>();

	private static final Path FOLDER = Path.of(System.getProperty("halting.folder", "."));

	private final String name;

	private final int last;

	private int steps;

	private Journey(String name, int last) {
		this.name = name;
		this.last = last;
	}

	/** Starts by {@code <name>.<step, 0 to write down>}. */
	static void start(String text) {
		int dot = text.indexOf('.');
		CURRENT.set(new Journey(text.substring(0, dot), Integer.parseInt(text.substring(dot + 1))));
	}

	static void end() {
		CURRENT.remove();
	}

	/** What follows is about to become durable, here or in another process. */
	static void step(String what) {
		Journey journey = CURRENT.get();
		if (journey != null) {
			journey.next(what);
		}
	}

	private void next(String what) {
		this.steps++;
		try {
			if (this.last == 0) {
				Files.writeString(FOLDER.resolve(this.name + ".steps"), what + "\n", StandardOpenOption.CREATE,
						StandardOpenOption.APPEND);
			}
			else if (this.steps == this.last) {
				Files.writeString(FOLDER.resolve(this.name + ".halted"), what);
				while (!Files.exists(FOLDER.resolve("released"))) {
					Thread.sleep(20);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

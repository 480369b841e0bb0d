package dev.banyan.testing.mysql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server's program and an initialised, empty data folder to copy; made once per build,
 * whoever of several processes comes first.
 */
interface Installation {

	/**
	 * The one that this build's tests use: MySQL from its Maven artefact, or with
	 * {@code -Dbanyan.test.mysql.mariadb=/usr/sbin/mariadbd} the MariaDB of this machine.
	 */
	static Installation at(Path folder) throws IOException {
		String mariaDb = System.getProperty("banyan.test.mysql.mariadb", "");
		Path place = folder.toAbsolutePath().resolve(mariaDb.isEmpty() ? "mysql" : "mariadb");
		Installation installation = mariaDb.isEmpty() ? new UnpackedMySql(place)
				: new InstalledMariaDb(place, Path.of(mariaDb));
		Files.createDirectories(place);
		try (FileChannel channel = FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			var lock = channel.lock();
			if (!Files.exists(place.resolve("complete"))) {
				installation.make();
				Files.createFile(place.resolve("complete"));
			}
			lock.release();
		}
		return installation;
	}

	void make() throws IOException;

	Path data();

	/**
	 * How to run the server.
	 * @param data its data folder
	 * @param options its other options
	 * @return to be started, with its output in one stream
	 */
	ProcessBuilder server(Path data, List<String> options);

	/** Servers refuse to run as root unless they are told to. */
	static List<String> user() {
		return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
	}

	static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	static void run(ProcessBuilder command) throws IOException {
		Process process = command.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException(command.command().getFirst() + " failed: " + output);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}

package dev.banyan.testing.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * MySQL unpacked from its Maven artefact, with an initialised, empty data folder to copy;
 * made once per build, whoever of several processes comes first.
 *
 * @param folder holds {@code home}, {@code data} and {@code lib}
 */
record Installation(Path folder) {

	private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

	private static final List<Path> LIBRARIES = List.of(Path.of("/lib/x86_64-linux-gnu"),
			Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib64"), Path.of("/usr/lib"));

	static Installation at(Path folder) throws IOException {
		Files.createDirectories(folder);
		Installation installation = new Installation(folder.toAbsolutePath());
		try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			var lock = channel.lock();
			if (!Files.exists(folder.resolve("complete"))) {
				installation.make();
				Files.createFile(folder.resolve("complete"));
			}
			lock.release();
		}
		return installation;
	}

	Path data() {
		return this.folder.resolve("data");
	}

	/**
	 * How to run the server.
	 * @param data its data folder
	 * @param options its other options
	 * @return to be started, with its output in one stream
	 */
	ProcessBuilder server(Path data, List<String> options) {
		List<String> command = new ArrayList<>(List.of(home().resolve("bin/mysqld").toString(), "--no-defaults",
				"--basedir=" + home(), "--datadir=" + data, "--innodb-log-file-size=16M"));
		if ("root".equals(System.getProperty("user.name"))) {
			command.add("--user=root");
		}
		command.addAll(options);
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
		process.environment().put("LD_LIBRARY_PATH", library().toString());
		return process;
	}

	private Path home() {
		return this.folder.resolve("home");
	}

	private Path library() {
		return this.folder.resolve("lib");
	}

	private void make() throws IOException {
		delete(home());
		delete(data());
		delete(library());
		Files.createDirectories(library());
		provideLibaio();
		Path archive = this.folder.resolve("mysql.tar.gz");
		try (InputStream packed = Installation.class.getResourceAsStream(ARCHIVE)) {
			if (packed == null) {
				throw new IOException("The classpath has no " + ARCHIVE);
			}
			Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
		}
		Files.createDirectories(home());
		run(new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", home().toString()));
		Files.delete(archive);
		run(server(data(), List.of("--initialize-insecure")));
	}

	/** The server is linked against libaio, which not every machine has. */
	private void provideLibaio() throws IOException {
		Path library = libaio(LIBRARIES, 1);
		if (library == null) {
			library = downloadLibaio();
		}
		Files.copy(library, library().resolve("libaio.so.1"), StandardCopyOption.REPLACE_EXISTING);
	}

	/** Debian's package, unpacked here: nothing is installed on the machine. */
	private Path downloadLibaio() throws IOException {
		Path packages = Files.createDirectories(this.folder.resolve("packages"));
		for (String name : List.of("libaio1", "libaio1t64")) {
			try {
				run(new ProcessBuilder("apt-get", "download", "-qq", name).directory(packages.toFile()));
			}
			catch (IOException ex) {
				continue;
			}
			try (Stream<Path> downloaded = Files.list(packages)) {
				for (Path archive : downloaded.filter((file) -> file.toString().endsWith(".deb")).toList()) {
					run(new ProcessBuilder("dpkg-deb", "-x", archive.toString(), packages.toString()));
				}
			}
			Path library = libaio(List.of(packages), 6);
			if (library != null) {
				return library;
			}
		}
		throw new IOException("MySQL's server needs libaio.so.1 (Debian and Ubuntu: libaio1 or libaio1t64)");
	}

	private static @Nullable Path libaio(List<Path> folders, int depth) throws IOException {
		for (Path folder : folders.stream().filter(Files::isDirectory).toList()) {
			try (Stream<Path> files = Files.find(folder, depth, (file, attributes) -> !attributes.isDirectory()
					&& file.getFileName().toString().matches("libaio\\.so\\.1(t64)?"))) {
				Path found = files.findFirst().orElse(null);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	private static void run(ProcessBuilder command) throws IOException {
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

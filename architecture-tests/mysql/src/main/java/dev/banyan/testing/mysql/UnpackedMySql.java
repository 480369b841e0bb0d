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
 * MySQL, unpacked from its Maven artefact.
 *
 * @param folder holds {@code home}, {@code data} and {@code lib}
 */
record UnpackedMySql(Path folder) implements Installation {

	private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

	private static final List<Path> LIBRARIES = List.of(Path.of("/lib/x86_64-linux-gnu"),
			Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib64"), Path.of("/usr/lib"));

	@Override
	public Path data() {
		return this.folder.resolve("data");
	}

	@Override
	public ProcessBuilder server(Path data, List<String> options) {
		List<String> command = new ArrayList<>(List.of(home().resolve("bin/mysqld").toString(), "--no-defaults",
				"--basedir=" + home(), "--datadir=" + data, "--mysqlx=OFF", "--innodb-log-file-size=16M"));
		command.addAll(Installation.user());
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

	@Override
	public void make() throws IOException {
		Installation.delete(home());
		Installation.delete(data());
		Installation.delete(library());
		Files.createDirectories(library());
		provideLibaio();
		Path archive = this.folder.resolve("mysql.tar.gz");
		try (InputStream packed = UnpackedMySql.class.getResourceAsStream(ARCHIVE)) {
			if (packed == null) {
				throw new IOException("The classpath has no " + ARCHIVE);
			}
			Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
		}
		Files.createDirectories(home());
		Installation.run(new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", home().toString()));
		Files.delete(archive);
		Installation.run(server(data(), List.of("--initialize-insecure")));
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
				Installation.run(new ProcessBuilder("apt-get", "download", "-qq", name).directory(packages.toFile()));
			}
			catch (IOException ex) {
				continue;
			}
			try (Stream<Path> downloaded = Files.list(packages)) {
				for (Path archive : downloaded.filter((file) -> file.toString().endsWith(".deb")).toList()) {
					Installation.run(new ProcessBuilder("dpkg-deb", "-x", archive.toString(), packages.toString()));
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

}

package dev.banyan.testing.mysql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The MariaDB server that is installed on this machine; its own data are not touched.
 *
 * @param folder holds {@code data}
 * @param program {@code mariadbd}; {@code mariadb-install-db} has to be on the path
 */
record InstalledMariaDb(Path folder, Path program) implements Installation {

	@Override
	public Path data() {
		return this.folder.resolve("data");
	}

	@Override
	public ProcessBuilder server(Path data, List<String> options) {
		List<String> command = new ArrayList<>(List.of(this.program.toString(), "--no-defaults", "--datadir=" + data,
				"--innodb-log-file-size=16M", "--character-set-server=utf8mb4"));
		command.addAll(Installation.user());
		command.addAll(options);
		return new ProcessBuilder(command).redirectErrorStream(true);
	}

	@Override
	public void make() throws IOException {
		Installation.delete(data());
		List<String> command = new ArrayList<>(List.of("mariadb-install-db", "--no-defaults", "--datadir=" + data(),
				"--auth-root-authentication-method=normal", "--skip-test-db"));
		command.addAll(Installation.user());
		Installation.run(new ProcessBuilder(command));
	}

}

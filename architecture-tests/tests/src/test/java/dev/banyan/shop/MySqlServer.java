package dev.banyan.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.airlift.testing.mysql.TestingMySqlServer;
import org.junit.jupiter.api.Assumptions;

/**
 * A MySQL server, unpacked from a Maven artefact.
 *
 * @param process the server
 * @param port where it listens, on loopback
 */
record MySqlServer(ShopProcess process, int port) {

	/** What the server is linked against and not every machine has. */
	private static final List<Path> LIBAIO = List.of(Path.of("/lib/x86_64-linux-gnu/libaio.so.1"),
			Path.of("/lib64/libaio.so.1"), Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1"),
			Path.of("/usr/lib/libaio.so.1"));

	static MySqlServer start(Path folder) throws IOException {
		if (LIBAIO.stream().noneMatch(Files::exists)) {
			installLibaio();
		}
		Path home = Files.createDirectories(folder.resolve("mysql"));
		Path archive = folder.resolve("mysql.tar.gz");
		try (InputStream packed = TestingMySqlServer.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
			Files.copy(Objects.requireNonNull(packed), archive);
		}
		run(List.of("tar", "-xzf", archive.toString(), "-C", home.toString()));
		Files.delete(archive);
		List<String> command = new ArrayList<>(List.of(home.resolve("bin/mysqld").toString(), "--no-defaults",
				"--user=root", "--basedir=" + home, "--datadir=" + folder.resolve("mysql-data")));
		List<String> initialize = new ArrayList<>(command);
		initialize.add("--initialize-insecure");
		run(initialize);
		int port = Shop.freePort();
		command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--mysqlx=OFF", "--skip-ssl",
				"--socket=" + folder.resolve("mysql.sock"), "--max-connections=300"));
		ShopProcess process = new ShopProcess("mysql", command, port, folder);
		process.start();
		return new MySqlServer(process, port);
	}

	private static void installLibaio() throws IOException {
		Assumptions.assumeTrue(
				"root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/bin/apt-get")),
				"MySQL's server needs libaio1, which only root can install");
		run(List.of("apt-get", "update", "-qq"));
		run(List.of("apt-get", "install", "-y", "-qq", "libaio1"));
	}

	private static void run(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException(command.getFirst() + " failed: " + output);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	String url() {
		return "jdbc:mysql://127.0.0.1:" + this.port + "/banyan?createDatabaseIfNotExist=true&useSSL=false"
				+ "&allowPublicKeyRetrieval=true";
	}

}

package dev.banyan.testing.mysql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;

/**
 * A MySQL server of its own on loopback, with an empty store and the user {@code root}
 * without a password. Its data are gone when it is closed, at the latest when this
 * process ends and every application context in it has closed. It never waits for the
 * disk: what it committed survives its end, not that of the machine.
 */
public final class MySqlServer implements AutoCloseable {

	private final Path folder;

	private final int port;

	private final Process process;

	private final Runnable atExit = this::stop;

	private MySqlServer(Path folder, int port, Process process) {
		this.folder = folder;
		this.port = port;
		this.process = process;
	}

	/**
	 * Starts a server, within a second once this build has unpacked MySQL.
	 * @return a server that accepts connections
	 * @throws IOException if this machine cannot run it
	 */
	public static MySqlServer start() throws IOException {
		Installation installation = Installation
			.at(Path.of(System.getProperty("banyan.test.mysql.folder", "target/mysql")));
		Path folder = Files.createTempDirectory("banyan-mysql");
		copy(installation.data(), folder.resolve("data"));
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		Process process = installation
			.server(folder.resolve("data"),
					List.of("--bind-address=127.0.0.1", "--port=" + port, "--skip-ssl",
							"--socket=" + folder.resolve("sock"), "--pid-file=" + folder.resolve("pid"),
							"--max-connections=300", "--performance-schema=OFF", "--skip-log-bin",
							"--innodb-flush-log-at-trx-commit=2", "--innodb-flush-method=nosync"))
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		MySqlServer server = new MySqlServer(folder, port, process);
		SpringApplication.getShutdownHandlers().add(server.atExit);
		server.awaitConnections();
		return server;
	}

	/**
	 * The address of a database on this server.
	 * @param database a name, created with the first connection
	 * @return a JDBC URL
	 */
	public String url(String database) {
		return "jdbc:mysql://127.0.0.1:" + this.port + "/" + database
				+ "?createDatabaseIfNotExist=true&useSSL=false&allowPublicKeyRetrieval=true";
	}

	@Override
	public void close() {
		SpringApplication.getShutdownHandlers().remove(this.atExit);
		stop();
	}

	private void stop() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor();
			Installation.delete(this.folder);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The folder " + this.folder + " remains", ex);
		}
	}

	private void awaitConnections() throws IOException {
		for (int attempt = 0; attempt < 600 && this.process.isAlive(); attempt++) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
				return;
			}
			catch (IOException ex) {
				try {
					Thread.sleep(50);
				}
				catch (InterruptedException interrupted) {
					Thread.currentThread().interrupt();
					throw new IOException(interrupted);
				}
			}
		}
		String log = Files.readString(this.folder.resolve("log"));
		close();
		throw new IOException("MySQL does not accept connections: " + log);
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file)));
			}
		}
	}

}

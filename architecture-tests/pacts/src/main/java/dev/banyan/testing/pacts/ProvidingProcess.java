package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.CallerTokens;
import dev.banyan.runtime.caller.Permissions;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/**
 * A process that hosts modules: the jar that a user starts, with an empty store and
 * without a broker, so that its events stay in the outbox.
 */
public final class ProvidingProcess implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(240);

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final ExecutableJar jar;

	private final int port = freePort();

	private final int managementPort = freePort();

	private final CallerTokens tokens;

	private final Server database;

	private final Path log;

	private final Process process;

	private ProvidingProcess(String folder, Path temporary, List<String> events, List<String> options)
			throws IOException, SQLException {
		this.jar = ExecutableJar.of(folder);
		this.log = temporary.resolve("process.log");
		byte[] secret = new byte[32];
		ThreadLocalRandom.current().nextBytes(secret);
		String text = HexFormat.of().formatHex(secret);
		this.tokens = new CallerTokens(text.getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
		System.setProperty("h2.bindAddress", "127.0.0.1");
		this.database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", temporary.toString())
			.start();
		List<String> command = new ArrayList<>(List.of(ExecutableJar.java(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
				"-jar", this.jar.unpacked().toString(), "--server.port=" + this.port,
				"--management.server.port=" + this.managementPort, "--spring.datasource.url=" + databaseUrl(),
				"--banyan.token.secret-file=" + Files.writeString(temporary.resolve("token"), text),
				"--banyan.events.url=127.0.0.1:" + freePort(), "--banyan.events.leaving=" + String.join(",", events)));
		command.addAll(options);
		this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(this.log.toFile()).start();
	}

	/**
	 * Starts a process and waits until it is ready.
	 * @param folder the module of the repository whose jar it is
	 * @param temporary for what it writes
	 * @param events the modules whose events leave it
	 * @param options more command line arguments
	 * @return the process
	 */
	public static ProvidingProcess start(String folder, Path temporary, List<String> events, List<String> options) {
		try {
			ProvidingProcess started = new ProvidingProcess(folder, temporary, events, options);
			try {
				started.awaitReady();
			}
			catch (RuntimeException ex) {
				started.close();
				throw ex;
			}
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String databaseUrl() {
		return "jdbc:h2:tcp://127.0.0.1:" + this.database.getPort() + "/mem:pacts;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
	}

	private void awaitReady() {
		long end = System.nanoTime() + START.toNanos();
		while (this.process.isAlive() && System.nanoTime() < end) {
			if (isReady()) {
				return;
			}
			pause();
		}
		throw new DidNotStart(log());
	}

	boolean isReady() {
		HttpRequest health = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return CLIENT.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	int port() {
		return this.port;
	}

	Path jar() {
		return this.jar.packaged();
	}

	/**
	 * Begins to write down what is verified of this build, for the gateway's contract
	 * gate.
	 * @throws IOException if nothing can be written
	 */
	public void verifies() throws IOException {
		Evidence.startAnew(jar());
	}

	/** What the gateway would add to a request of a consumer who may do everything. */
	String callerToken() {
		return this.tokens.sign(Caller.key("1", Permissions.READ_WRITE, URI.create("http://localhost")));
	}

	/** Calls a seam. */
	String call(String path, @Nullable String key, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(30))
			.header(CallerTokens.HEADER, callerToken())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(path + " answered " + response.body() + "\n" + log());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The last event of a type that waits in its module's outbox, as it would travel. */
	String lastEvent(String module, String type) {
		try (Connection connection = DriverManager.getConnection(databaseUrl(), "sa", "");
				PreparedStatement query = connection.prepareStatement("select payload from " + module
						+ ".event_outbox where event_type = ? order by position desc limit 1")) {
			query.setString(1, type);
			try (ResultSet events = query.executeQuery()) {
				if (!events.next()) {
					throw new IllegalStateException("No " + type + " is in the outbox of " + module);
				}
				return events.getString(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String log() {
		try {
			String all = Files.readString(this.log);
			return all.substring(Math.max(0, all.length() - 20_000));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
		this.database.stop();
	}

}

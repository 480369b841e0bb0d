package dev.banyan.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * Another proxy in front of the same home, on a free port of the loopback address, until
 * it is closed.
 */
final class ProxyProcess implements AutoCloseable {

	/** Of the gateway's libraries, what a bare route does not need. */
	private static final Pattern BANYANS = Pattern
		.compile("(runtime|legacy-|archunit|h2-|mysql|HikariCP|hibernate|flyway|"
				+ "spring-(data|orm|jdbc|tx|modulith|aspects)|spring-boot-(data|jpa|jdbc|hibernate|flyway|actuator|health|"
				+ "micrometer|persistence|sql|transaction)|resilience4j|spring-cloud-(starter-)?circuitbreaker|"
				+ "micrometer-(registry|core|jakarta)|prometheus).*");

	private final Process process;

	private final URI address;

	private ProxyProcess(Process process, int port) {
		this.process = process;
		this.address = URI.create("http://127.0.0.1:" + port);
	}

	URI address() {
		return this.address;
	}

	long pid() {
		return this.process.pid();
	}

	/** A bare route of Spring Cloud Gateway, from the libraries of Banyan's gateway. */
	static ProxyProcess bareRoute(URI home, Path libraries, List<String> javaOptions, Path work)
			throws IOException, InterruptedException {
		String classPath;
		try (Stream<Path> jars = Files.list(libraries)) {
			classPath = jars.filter((jar) -> !BANYANS.matcher(jar.getFileName().toString()).matches())
				.map(Path::toString)
				.collect(Collectors.joining(":"));
		}
		Path source = Path.of(System.getProperty("jdk.launcher.sourcefile", ""))
			.resolveSibling(Path.of("..", "bareroute", "BareRoute.java"));
		int failed = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-cp", classPath, "-d", work.toString(), source.toString());
		if (failed != 0) {
			throw new IOException(source + " does not compile");
		}
		int port = freePort();
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(javaOptions);
		command.addAll(List.of("-cp", work + ":" + classPath, "dev.banyan.bareroute.BareRoute", "--home=" + home,
				"--server.address=127.0.0.1", "--server.port=" + port, "--spring.threads.virtual.enabled=true"));
		return started(command, port, work.resolve("bare-route.log"));
	}

	/** An nginx with one worker, if there is one on the path. */
	static Optional<ProxyProcess> nginx(URI home, Path work) throws IOException, InterruptedException {
		Optional<Path> nginx = Stream
			.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
			.map((folder) -> Path.of(folder, "nginx"))
			.filter(Files::isExecutable)
			.findFirst();
		if (nginx.isEmpty()) {
			return Optional.empty();
		}
		int port = freePort();
		Path configuration = Files.writeString(work.resolve("nginx.conf"), """
				daemon off;
				master_process off;
				pid nginx.pid;
				error_log nginx-error.log;
				events { worker_connections 1024; }
				http {
				  access_log nginx-access.log;
				  client_body_temp_path body;
				  proxy_temp_path proxy;
				  fastcgi_temp_path fastcgi;
				  uwsgi_temp_path uwsgi;
				  scgi_temp_path scgi;
				  upstream home { server %s; keepalive 256; }
				  server {
				    listen 127.0.0.1:%d;
				    location / {
				      proxy_pass http://home;
				      proxy_http_version 1.1;
				      proxy_set_header Connection "";
				    }
				  }
				}
				""".formatted(home.getAuthority(), port));
		return Optional
			.of(started(List.of(nginx.get().toString(), "-p", work.toString(), "-c", configuration.toString()), port,
					work.resolve("nginx.log")));
	}

	private static ProxyProcess started(List<String> command, int port, Path log)
			throws IOException, InterruptedException {
		ProxyProcess started = new ProxyProcess(
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
		while (!listens(port)) {
			if (!started.process.isAlive()) {
				throw new IOException("It ended while starting: " + Files.readString(log));
			}
			Thread.sleep(50);
		}
		return started;
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}

package dev.banyan.shop;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

import dev.banyan.testing.mysql.MySqlServer;
import dev.banyan.testing.pacts.ExecutableJar;

/**
 * A database server of its own process, on loopback, with an empty store.
 */
public interface Database extends AutoCloseable {

	/** How a process of the shop reaches it. */
	List<String> options();

	/** Its JDBC address. */
	String url();

	@Override
	void close();

	/** The one of that name, {@code H2} or {@code MYSQL}. */
	static Database named(String name, Path folder) throws IOException {
		return name.equals("MYSQL") ? mysql() : h2(folder);
	}

	/** H2 as {@code ./banyan up} starts it: what is committed survives a SIGKILL. */
	static Database h2(Path folder) {
		int port = Shop.freePort();
		String jar = Path.of(org.h2.tools.Server.class.getProtectionDomain().getCodeSource().getLocation().getPath())
			.toString();
		ShopProcess process = new ShopProcess("database",
				List.of(ExecutableJar.java(), "-Xmx256m", "-Dh2.bindAddress=127.0.0.1", "-cp", jar,
						"org.h2.tools.Server", "-tcp", "-tcpPort", String.valueOf(port), "-ifNotExists", "-baseDir",
						folder.toString()),
				port, folder);
		process.start();
		awaitPort(port);
		return of(process::stop, "jdbc:h2:tcp://127.0.0.1:" + port + "/./shop;WRITE_DELAY=0;LOCK_TIMEOUT=10000", "sa",
				"");
	}

	private static Database of(Runnable stop, String url, String user, String password) {
		return new Database() {

			@Override
			public List<String> options() {
				return List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user,
						"--spring.datasource.password=" + password);
			}

			@Override
			public String url() {
				return url;
			}

			@Override
			public void close() {
				stop.run();
			}

		};
	}

	/** MySQL, from the server that a Maven artefact holds. */
	static Database mysql() throws IOException {
		MySqlServer server = MySqlServer.start();
		return of(server::close, server.url("banyan"), "root", "");
	}

	static void awaitPort(int port) {
		for (int attempt = 0; attempt < 300; attempt++) {
			try (Socket socket = new Socket("127.0.0.1", port)) {
				return;
			}
			catch (IOException ex) {
				try {
					Thread.sleep(100);
				}
				catch (InterruptedException interrupted) {
					Thread.currentThread().interrupt();
				}
			}
		}
		throw new IllegalStateException("Nothing listens on port " + port);
	}

}

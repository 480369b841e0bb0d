package dev.banyan.shop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.banyan.testing.pacts.ExecutableJar;

/**
 * One process of a shop, started from the jar that a user would start.
 */
final class ShopProcess {

	private static final Duration START = Duration.ofSeconds(300);

	private final String name;

	private final List<String> command;

	private final URI health;

	private final Path log;

	private Process process;

	ShopProcess(String name, List<String> command, int managementPort, Path folder) {
		this.name = name;
		this.command = command;
		this.health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
		this.log = folder.resolve(name + ".log");
	}

	static List<String> java(Path jar, List<String> options) {
		List<String> command = new ArrayList<>(
				List.of(ExecutableJar.java(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
		command.addAll(options);
		return command;
	}

	/** With the classes of the tests beside those of the jar. */
	static List<String> instrumented(ExecutableJar jar, Path folder, List<String> options) {
		String tests = Path.of(ShopProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath())
			.toString();
		List<String> command = new ArrayList<>(List.of(ExecutableJar.java(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
				"-Dhalting.folder=" + folder, "-Dcoupling.folder=" + Shop.root().resolve("target/coupling"), "-cp",
				jar.unpacked() + File.pathSeparator + tests, jar.mainClass()));
		command.addAll(options);
		return command;
	}

	void start() {
		try {
			this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitReady() {
		HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
		HttpRequest request = HttpRequest.newBuilder(this.health).timeout(Duration.ofSeconds(2)).build();
		long end = System.nanoTime() + START.toNanos();
		while (System.nanoTime() < end) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException(this.name + " ended while starting:\n" + tail());
			}
			try {
				if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
					return;
				}
			}
			catch (IOException ex) {
				// Not listening yet.
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			pause();
		}
		throw new IllegalStateException(this.name + " did not become ready:\n" + tail());
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** SIGKILL: nothing is closed, nothing is written any more. */
	void kill() {
		this.process.destroyForcibly();
		await();
	}

	void stop() {
		this.process.destroy();
		await();
	}

	private void await() {
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

	String log() {
		try {
			return Files.exists(this.log) ? Files.readString(this.log) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String tail() {
		String all = log();
		return all.substring(Math.max(0, all.length() - 4000));
	}

}

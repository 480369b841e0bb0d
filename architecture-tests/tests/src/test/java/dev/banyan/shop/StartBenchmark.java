package dev.banyan.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long processes take until they are ready, and how much memory they hold then: from
 * the jar alone, and with the JDK's AOT cache. Each with an empty store in memory.
 * {@code ./banyan benchmark start [PROCESS ...]}
 */
final class StartBenchmark {

	private static final int ROUNDS = 3;

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private record Start(long millis, long megabytes, double cpu) {
	}

	private StartBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		Path dist = Path.of(arguments[0]);
		System.out.println("| process | | ready after | memory then | CPU until then |");
		System.out.println("|---|---|---|---|---|");
		for (String name : Arrays.copyOfRange(arguments, 1, arguments.length)) {
			for (boolean cached : new boolean[] { false, true }) {
				List<Start> starts = new ArrayList<>();
				for (int round = 0; round < ROUNDS; round++) {
					starts.add(start(dist.resolve(name), name, cached));
				}
				System.out.printf("| %s | %s | %.1f s | %d MB | %.1f s |%n", name, cached ? "AOT cache" : "plain",
						median(starts.stream().map((one) -> one.millis() / 1000.0)),
						(long) median(starts.stream().map((one) -> (double) one.megabytes())),
						median(starts.stream().map(Start::cpu)));
			}
		}
	}

	private static double median(Stream<Double> values) {
		return values.sorted().toList().get(ROUNDS / 2);
	}

	private static Start start(Path folder, String name, boolean cached) throws Exception {
		int management = freePort();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
						"-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-Xlog:aot=off", "-Xlog:cds=off"));
		if (cached) {
			// Without "on", one that cannot be used is left aside without a word.
			command.addAll(List.of("-XX:AOTCache=" + folder.resolve(name + ".aot"), "-XX:AOTMode=on"));
		}
		command.addAll(List.of("-jar", jar(folder).toString(), "--server.port=" + freePort(),
				"--management.server.port=" + management, "--banyan.gateway.plain.port=0",
				"--banyan.token.secret=" + "b".repeat(64)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().keySet().removeIf((key) -> key.startsWith("BANYAN_"));
		long begin = System.nanoTime();
		Process process = builder.start();
		try {
			while (!ready(management)) {
				if (!process.isAlive()) {
					throw new IllegalStateException(name + " ended while starting: " + String.join(" ", command));
				}
				Thread.sleep(20);
			}
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
			double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
			return new Start(millis, resident(process.pid()), cpu);
		}
		finally {
			process.destroy();
			process.waitFor();
		}
	}

	private static Path jar(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
		}
	}

	private static boolean ready(int port) throws InterruptedException {
		try {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
				.timeout(Duration.ofSeconds(2))
				.build();
			return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Linux only; elsewhere 0. */
	private static long resident(long pid) throws IOException {
		Path status = Path.of("/proc/" + pid + "/status");
		if (!Files.exists(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}

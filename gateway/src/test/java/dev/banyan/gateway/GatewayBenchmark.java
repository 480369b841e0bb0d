package dev.banyan.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares the way through the gateway with the direct one, in interleaved rounds of one
 * run: latency one at a time, requests/s over several connections, and CPU per request of
 * both processes (Linux). Every body has to be the same byte for byte on both ways; they
 * take turns in going first. Started by {@code ./banyan benchmark}; needs nothing but a
 * JDK.
 */
public final class GatewayBenchmark {

	private static final long TICKS_PER_SECOND = 100;

	private final Map<String, String> options;

	/** Length and checksum of the one body that every answer has to have. */
	private final AtomicReference<String> expected = new AtomicReference<>();

	private GatewayBenchmark(Map<String, String> options) {
		this.options = options;
	}

	private record Way(String name, URI address, String headers) {
	}

	private record Round(double medianMicros, double requestsPerSecond, double p99Micros, double gatewayCpuMicros,
			double appCpuMicros) {
	}

	/**
	 * Runs the benchmark.
	 * @param args {@code --direct URL --gateway URL --secret-file FILE --key K --secret S
	 * --path PATH --app-pid N --gateway-pid N [--rounds 10] [--seconds 3]
	 * [--connections 8]}
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		Map<String, String> options = new HashMap<>(
				Map.of("--rounds", "10", "--seconds", "3", "--connections", "8", "--path", "/wp-json/wc/v3/products"));
		for (int i = 0; i + 1 < args.length; i += 2) {
			options.put(args[i], args[i + 1]);
		}
		new GatewayBenchmark(options).run();
	}

	private void run() throws Exception {
		int rounds = Integer.parseInt(this.options.get("--rounds"));
		Way direct = new Way("direct", URI.create(option("--direct")), "Banyan-Caller: " + token() + "\r\n");
		Way gateway = new Way("gateway", URI.create(option("--gateway")),
				"Authorization: Basic " + Base64.getEncoder()
					.encodeToString((option("--key") + ":" + option("--secret")).getBytes(StandardCharsets.UTF_8))
						+ "\r\n");
		System.out.printf("GET %s, %d rounds after one to warm up, %s s each, %s connections%n", option("--path"),
				rounds, option("--seconds"), option("--connections"));
		List<Round> directly = new ArrayList<>();
		List<Round> through = new ArrayList<>();
		for (int round = 0; round <= rounds; round++) {
			boolean directFirst = round % 2 == 0;
			Round first = round(directFirst ? direct : gateway);
			Round second = round(directFirst ? gateway : direct);
			Round one = directFirst ? first : second;
			Round other = directFirst ? second : first;
			if (round > 0) {
				directly.add(one);
				through.add(other);
			}
		}
		print(direct.name(), directly);
		print(gateway.name(), through);
		System.out.printf("every body was the same: %s%n", this.expected.get());
		double[] added = new double[rounds];
		for (int i = 0; i < rounds; i++) {
			added[i] = through.get(i).medianMicros() - directly.get(i).medianMicros();
		}
		Arrays.sort(added);
		int tail = tail(rounds);
		System.out.printf("added latency one at a time: median %.0f us, %s %.0f to %.0f us%n", added[rounds / 2],
				(tail > 0) ? "95 % interval" : "all rounds", added[Math.max(0, tail - 1)],
				added[rounds - Math.max(1, tail)]);
	}

	/** How many of the smallest values lie outside a 95 % interval of the median. */
	private static int tail(int rounds) {
		double probability = Math.pow(0.5, rounds);
		double sum = probability;
		int tail = 0;
		while (sum <= 0.025) {
			tail++;
			probability *= (rounds - tail + 1) / (double) tail;
			sum += probability;
		}
		return tail;
	}

	private Round round(Way way) throws Exception {
		Duration time = Duration.ofSeconds(Long.parseLong(option("--seconds")));
		long[] alone = load(way, 1, time);
		long gatewayTicks = ticks("--gateway-pid");
		long appTicks = ticks("--app-pid");
		long start = System.nanoTime();
		long[] together = load(way, Integer.parseInt(option("--connections")), time);
		double seconds = (System.nanoTime() - start) / 1e9;
		double perTick = 1e6 / TICKS_PER_SECOND / together.length;
		return new Round(alone[alone.length / 2] / 1e3, together.length / seconds,
				together[(int) (together.length * 0.99)] / 1e3, (ticks("--gateway-pid") - gatewayTicks) * perTick,
				(ticks("--app-pid") - appTicks) * perTick);
	}

	private long[] load(Way way, int connections, Duration time) throws Exception {
		long end = System.nanoTime() + time.toNanos();
		byte[] request = ("GET " + option("--path") + " HTTP/1.1\r\nHost: " + way.address().getAuthority() + "\r\n"
				+ way.headers() + "\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
			List<Future<long[]>> results = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				Callable<long[]> client = () -> client(way.address(), request, end);
				results.add(pool.submit(client));
			}
			long[] all = {};
			for (Future<long[]> result : results) {
				long[] some = result.get();
				int length = all.length;
				all = Arrays.copyOf(all, length + some.length);
				System.arraycopy(some, 0, all, length, some.length);
			}
			Arrays.sort(all);
			return all;
		}
	}

	private long[] client(URI address, byte[] request, long end) throws IOException {
		long[] latencies = new long[1024];
		int count = 0;
		Socket socket = new Socket(address.getHost(), address.getPort());
		try {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
			while (System.nanoTime() < end || count == 0) {
				long start = System.nanoTime();
				socket.getOutputStream().write(request);
				boolean close = answer(in);
				if (count == latencies.length) {
					latencies = Arrays.copyOf(latencies, 2 * count);
				}
				latencies[count++] = System.nanoTime() - start;
				if (close) {
					socket.close();
					socket = new Socket(address.getHost(), address.getPort());
					socket.setTcpNoDelay(true);
					in = new BufferedInputStream(socket.getInputStream(), 65_536);
				}
			}
		}
		finally {
			socket.close();
		}
		return Arrays.copyOf(latencies, count);
	}

	private boolean answer(InputStream in) throws IOException {
		String status = line(in);
		if (!status.contains(" 200")) {
			throw new IOException("Answered: " + status);
		}
		int length = 0;
		boolean chunked = false;
		boolean close = false;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			String header = line.toLowerCase();
			chunked |= header.equals("transfer-encoding: chunked");
			close |= header.equals("connection: close");
			if (header.startsWith("content-length:")) {
				length = Integer.parseInt(header.substring(15).strip());
			}
		}
		CRC32 checksum = new CRC32();
		long total = 0;
		if (!chunked) {
			checksum.update(in.readNBytes(length));
			total = length;
		}
		else {
			for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
				checksum.update(in.readNBytes(size));
				in.skipNBytes(2);
				total += size;
			}
			line(in);
		}
		same(total + " bytes, checksum " + Long.toHexString(checksum.getValue()));
		return close;
	}

	private void same(String body) throws IOException {
		if (!this.expected.compareAndSet(null, body) && !body.equals(this.expected.get())) {
			throw new IOException("Two answers differ: " + this.expected.get() + " and " + body);
		}
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("The connection was closed");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	private long ticks(String pid) throws IOException {
		Path stat = Path.of("/proc/" + this.options.get(pid) + "/stat");
		if (!Files.exists(stat)) {
			return 0;
		}
		String text = Files.readString(stat);
		String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
		return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
	}

	private String token() throws IOException, GeneralSecurityException {
		byte[] secret = Files.readString(Path.of(option("--secret-file"))).strip().getBytes(StandardCharsets.UTF_8);
		String claims = "{\"kind\":\"KEY\",\"sub\":\"benchmark\",\"permissions\":\"READ_WRITE\",\"url\":\"%s\",\"exp\":%d}"
			.formatted(option("--gateway"), Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
		String text = base64("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ base64(claims.getBytes(StandardCharsets.UTF_8));
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(secret, "HmacSHA256"));
		return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private String option(String name) {
		String value = this.options.get(name);
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value;
	}

	private static void print(String name, List<Round> rounds) {
		System.out.printf(
				"%-8s one at a time p50 %6.0f us | %7.0f requests/s, p99 %7.0f us | "
						+ "CPU per request: gateway %5.0f us, app %5.0f us%n",
				name, median(rounds, Round::medianMicros), median(rounds, Round::requestsPerSecond),
				median(rounds, Round::p99Micros), median(rounds, Round::gatewayCpuMicros),
				median(rounds, Round::appCpuMicros));
	}

	private static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> value) {
		double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

}

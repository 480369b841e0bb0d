package dev.banyan.gateway;

import java.io.IOException;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares ways to the same home in interleaved rounds of one run: directly, through
 * nginx if it is installed, through a bare route of Spring Cloud Gateway, and through
 * Banyan's gateway. For each: latency one at a time, requests/s over several connections,
 * and CPU per request of the proxy (Linux). Every body has to be the same; the ways take
 * turns in going first. Started by {@code ./banyan benchmark}.
 */
public final class GatewayBenchmark {

	private static final long TICKS_PER_SECOND = 100;

	private final Map<String, String> options;

	private final LoadClient client;

	private final List<Way> ways = new ArrayList<>();

	private final Map<Way, List<Round>> rounds = new LinkedHashMap<>();

	private GatewayBenchmark(Map<String, String> options) {
		this.options = options;
		this.client = new LoadClient(options.get("--path"));
	}

	private record Way(String name, URI address, String headers, long pid) {
	}

	private record Round(double medianMicros, double requestsPerSecond, double p99Micros, double cpuMicros,
			double homeCpuMicros) {
	}

	/**
	 * Runs the benchmark.
	 * @param args {@code --direct URL --gateway URL --secret-file FILE --key K --secret S
	 * --app-pid N --gateway-pid N --libraries FOLDER [--path PATH] [--rounds 10] [--seconds 3]
	 * [--connections 8] [--warm-up 20]}
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		Map<String, String> options = new HashMap<>(Map.of("--rounds", "10", "--seconds", "3", "--connections", "8",
				"--warm-up", "20", "--path", "/wp-json/wc/v3/products"));
		for (int i = 0; i + 1 < args.length; i += 2) {
			options.put(args[i], args[i + 1]);
		}
		new GatewayBenchmark(options).run();
	}

	private void run() throws Exception {
		URI home = URI.create(option("--direct"));
		Path work = Files.createTempDirectory("banyan-benchmark");
		String token = "Banyan-Caller: " + token() + "\r\n";
		long gateway = Long.parseLong(option("--gateway-pid"));
		try (ProxyProcess bare = ProxyProcess.bareRoute(home, Path.of(option("--libraries")), javaOptions(gateway),
				work)) {
			Optional<ProxyProcess> nginx = ProxyProcess.nginx(home, work);
			try {
				this.ways.add(new Way("direct", home, token, 0));
				nginx.ifPresent((proxy) -> this.ways.add(new Way("nginx", proxy.address(), token, proxy.pid())));
				this.ways.add(new Way("bare route", bare.address(), token, bare.pid()));
				this.ways.add(new Way("Banyan", URI.create(option("--gateway")),
						"Authorization: Basic " + base64Text(option("--key") + ":" + option("--secret")) + "\r\n",
						gateway));
				measure();
			}
			finally {
				nginx.ifPresent(ProxyProcess::close);
			}
		}
		finally {
			try (Stream<Path> files = Files.walk(work)) {
				files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
			}
		}
	}

	private void measure() throws Exception {
		int number = Integer.parseInt(option("--rounds"));
		System.out.printf(
				"GET %s, %d rounds of %s s one at a time and %s s over %s connections, after %s s to warm up%n",
				option("--path"), number, option("--seconds"), option("--seconds"), option("--connections"),
				option("--warm-up"));
		for (Way way : this.ways) {
			this.client.load(way.address(), way.headers(), Integer.parseInt(option("--connections")),
					Duration.ofSeconds(Long.parseLong(option("--warm-up"))));
		}
		for (int round = 0; round < number; round++) {
			for (int i = 0; i < this.ways.size(); i++) {
				Way way = this.ways.get((round + i) % this.ways.size());
				this.rounds.computeIfAbsent(way, (key) -> new ArrayList<>()).add(round(way));
			}
		}
		this.ways.forEach(this::print);
		System.out.printf("every body was the same: %s%n", this.client.body());
		Way direct = this.ways.getFirst();
		for (Way way : this.ways.subList(1, this.ways.size())) {
			compare(way, direct, "added latency one at a time, over %s: %s us",
					(one, other) -> one.medianMicros() - other.medianMicros(), "%.0f");
		}
		Way banyan = this.ways.getLast();
		for (Way way : this.ways.subList(1, this.ways.size() - 1)) {
			compare(banyan, way, "CPU per request, of that of %s: %s",
					(one, other) -> one.cpuMicros() / other.cpuMicros(), "%.3f");
		}
	}

	private Round round(Way way) throws Exception {
		Duration time = Duration.ofSeconds(Long.parseLong(option("--seconds")));
		long[] alone = this.client.load(way.address(), way.headers(), 1, time);
		long ticks = ticks(way.pid());
		long appTicks = ticks(Long.parseLong(option("--app-pid")));
		long start = System.nanoTime();
		long[] together = this.client.load(way.address(), way.headers(), Integer.parseInt(option("--connections")),
				time);
		double seconds = (System.nanoTime() - start) / 1e9;
		double perTick = 1e6 / TICKS_PER_SECOND / together.length;
		return new Round(alone[alone.length / 2] / 1e3, together.length / seconds,
				together[(int) (together.length * 0.99)] / 1e3, (ticks(way.pid()) - ticks) * perTick,
				(ticks(Long.parseLong(option("--app-pid"))) - appTicks) * perTick);
	}

	private void print(Way way) {
		List<Round> all = this.rounds.getOrDefault(way, List.of());
		System.out.printf(
				"%-10s one at a time p50 %6.0f us | %7.0f requests/s, p99 %7.0f us | "
						+ "CPU per request: proxy %5.0f us, home %5.0f us%n",
				way.name(), median(all, Round::medianMicros), median(all, Round::requestsPerSecond),
				median(all, Round::p99Micros), median(all, Round::cpuMicros), median(all, Round::homeCpuMicros));
	}

	private void compare(Way one, Way other, String text, ToDoubleBiFunction<Round, Round> value, String format) {
		List<Round> first = this.rounds.getOrDefault(one, List.of());
		List<Round> second = this.rounds.getOrDefault(other, List.of());
		double[] sorted = new double[first.size()];
		for (int i = 0; i < sorted.length; i++) {
			sorted[i] = value.applyAsDouble(first.get(i), second.get(i));
		}
		Arrays.sort(sorted);
		int tail = tail(sorted.length);
		String range = (format + " (%s " + format + " to " + format + ")").formatted(sorted[sorted.length / 2],
				(tail > 0) ? "95 % interval" : "all rounds", sorted[Math.max(0, tail - 1)],
				sorted[sorted.length - Math.max(1, tail)]);
		System.out.printf("%-10s " + text + "%n", one.name(), other.name(), range);
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

	private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
		double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** Those that a running JVM was given, but for its cache of classes. */
	private static List<String> javaOptions(long pid) throws IOException {
		return Stream.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"))
			.filter((argument) -> argument.startsWith("-X") && !argument.startsWith("-XX:AOTCache"))
			.toList();
	}

	private static long ticks(long pid) throws IOException {
		Path stat = Path.of("/proc/" + pid + "/stat");
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

	private static String base64Text(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private String option(String name) {
		String value = this.options.get(name);
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value;
	}

}

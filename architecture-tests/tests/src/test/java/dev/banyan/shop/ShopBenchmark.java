package dev.banyan.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many requests of each kind a running shop answers per second, and how long they
 * take, directly and through the gateway, in turns; beside it what a real WooCommerce
 * 9.9.5 did on such a machine. A single file of the JDK only, as {@code ./banyan
 * benchmark shop} runs it. Adds products and orders until there are as many as asked for.
 */
public final class ShopBenchmark {

	private static final String KEY_WANTED = " (a shop that was started empty needs:"
			+ " ./banyan key add --key ck_demo --secret cs_demo --permissions read_write)";

	private static final String API = "/wp-json/wc/v3/";

	private static final int BATCH = 100;

	private static final int CATEGORIES = 20;

	private static final double TICKS_PER_SECOND = 100;

	private final Map<String, String> options;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final List<Way> ways;

	private long firstProduct;

	private long lastProduct;

	private long category;

	private ShopBenchmark(Map<String, String> options) throws IOException, GeneralSecurityException {
		this.options = options;
		String basic = "Basic " + Base64.getEncoder()
			.encodeToString((option("--key") + ":" + option("--secret")).getBytes(StandardCharsets.UTF_8));
		this.ways = List.of(new Way("direct", option("--direct"), "Banyan-Caller", token()),
				new Way("gateway", option("--gateway"), "Authorization", basic));
	}

	/** How a request gets to the shop. */
	private record Way(String name, String address, String header, String credentials) {
	}

	/**
	 * One kind of request.
	 *
	 * @param real what the real shop answers per second, 0 if that was not measured
	 */
	private record Kind(String name, double real, Supplier<Call> calls) {
	}

	private record Call(String method, String path, String body) {

		static Call get(String path) {
			return new Call("GET", path, "");
		}

	}

	/**
	 * Fills the shop and measures.
	 * @param args {@code --direct URL --gateway URL --secret-file FILE --key K --secret S
	 * --pids A,B,C [--products 1000] [--orders 0] [--rounds 5] [--seconds 3]
	 * [--connections 8] [--warm-up 3] [--only REGEX]}; a round of as many seconds as
	 * {@code --warm-up} says comes first and does not count; {@code --only} takes the
	 * requests in whose names the expression is found
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		Map<String, String> options = new HashMap<>(Map.of("--products", "1000", "--orders", "0", "--rounds", "5",
				"--seconds", "3", "--connections", "8", "--warm-up", "3", "--only", ""));
		for (int i = 0; i + 1 < args.length; i += 2) {
			options.put(args[i], args[i + 1]);
		}
		ShopBenchmark benchmark = new ShopBenchmark(options);
		benchmark.fill();
		benchmark.measure();
	}

	private void fill() throws Exception {
		this.category = categories();
		int products = total("products");
		fill("products", Integer.parseInt(option("--products")) - products, (i) -> """
				{"name": "Product %d of kind %d", "sku": "bench-%d", "regular_price": "%d.99", "manage_stock": true,
				"stock_quantity": 1000000, "featured": %s, "categories": [{"id": %d}]}""".formatted(i, i % 997,
				products + i, i % 500, i % 50 == 0, this.category + i % CATEGORIES));
		this.lastProduct = edge("desc");
		this.firstProduct = Math.max(edge("asc"), this.lastProduct - total("products") * 9L / 10);
		int orders = total("orders");
		fill("orders", Integer.parseInt(option("--orders")) - orders, (i) -> order(orders + i));
	}

	private String order(int number) {
		return """
				{"status": "%s", "billing": {"first_name": "Buyer", "last_name": "Number%d", "email": "b%d@example.com",
				"country": "US", "state": "CA"}, "line_items": [{"product_id": %d, "quantity": 1}]}""".formatted(
				List.of("completed", "processing", "on-hold", "pending").get(number % 4), number % 5000, number % 5000,
				product());
	}

	/** Most products are copies or were added in a row: the upper ids have few gaps. */
	private long product() {
		return ThreadLocalRandom.current().nextLong(this.firstProduct, this.lastProduct + 1);
	}

	private long categories() throws Exception {
		String found = send(this.ways.getLast(), Call.get(API + "products/categories?slug=bench-0")).body();
		if (!found.equals("[]")) {
			return id(found);
		}
		long first = 0;
		for (int i = 0; i < CATEGORIES; i++) {
			String created = send(this.ways.getLast(), new Call("POST", API + "products/categories",
					"{\"name\": \"Bench %d\", \"slug\": \"bench-%d\"}".formatted(i, i)))
				.body();
			first = (i == 0) ? id(created) : first;
		}
		return first;
	}

	private void fill(String resource, int missing, java.util.function.IntFunction<String> body) throws Exception {
		int batches = Math.ceilDiv(Math.max(0, missing), BATCH);
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			List<Future<?>> sent = new ArrayList<>();
			for (int batch = 0; batch < batches; batch++) {
				int from = batch * BATCH;
				sent.add(pool.submit(() -> send(this.ways.getFirst(),
						new Call("POST", API + resource + "/batch",
								IntStream.range(from, Math.min(from + BATCH, missing))
									.mapToObj(body)
									.collect(Collectors.joining(",", "{\"create\": [", "]}"))))));
			}
			for (int batch = 0; batch < batches; batch++) {
				sent.get(batch).get();
				if (batch % Math.max(1, batches / 20) == 0) {
					System.out.printf("%s: %d of %d added%n", resource, (batch + 1) * BATCH, missing);
				}
			}
		}
	}

	private int total(String resource) throws Exception {
		return Integer.parseInt(send(this.ways.getLast(), Call.get(API + resource + "?per_page=1&_fields=id")).headers()
			.firstValue("X-WP-Total")
			.orElseThrow());
	}

	private long edge(String order) throws Exception {
		return id(send(this.ways.getLast(),
				Call.get(API + "products?per_page=1&search=of+kind&orderby=id&_fields=id&order=" + order))
			.body());
	}

	private static long id(String json) {
		return Long.parseLong(json.replaceFirst("(?s).*?\"id\":(\\d+).*", "$1"));
	}

	private List<Kind> kinds() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return List.of(new Kind("GET products/{id}", 27.8, () -> Call.get(API + "products/" + product())),
				new Kind("GET products?per_page=10", 15.7, () -> Call.get(API + "products?per_page=10")),
				new Kind("GET products?per_page=100", 0, () -> Call.get(API + "products?per_page=100")),
				new Kind("GET products, by category", 0,
						() -> Call.get(API + "products?category=" + (this.category + random.nextInt(CATEGORIES)))),
				new Kind("GET products, by price, sorted", 0,
						() -> Call.get(API + "products?min_price=100&max_price=110&orderby=price")),
				new Kind("GET products, sorted by title", 0, () -> Call.get(API + "products?orderby=title&order=asc")),
				new Kind("GET products, by sku", 0, () -> Call.get(API + "products?sku=bench-" + random.nextInt(1000))),
				new Kind("GET products, search", 0,
						() -> Call.get(API + "products?search=kind+" + random.nextInt(100, 997))),
				new Kind("GET products, search of SKU", 0,
						() -> Call.get(API + "products?search_sku=ench-" + random.nextInt(100, 500))),
				new Kind("GET products, sorted by popularity", 0, () -> Call.get(API + "products?orderby=popularity")),
				new Kind("GET products, featured", 0, () -> Call.get(API + "products?featured=true")),
				new Kind("GET orders?per_page=10", 0, () -> Call.get(API + "orders?per_page=10")),
				new Kind("GET orders, by status", 0, () -> Call.get(API + "orders?status=processing")),
				new Kind("GET orders, search", 0, () -> Call.get(API + "orders?search=Number" + random.nextInt(5000))),
				new Kind("POST orders, one line", 9.05,
						() -> new Call("POST", API + "orders", order(random.nextInt(5000)))));
	}

	private void measure() throws Exception {
		System.out.printf("%d products, %d orders, %s connections, %s rounds of %s s in turns, durable commits%n",
				total("products"), total("orders"), option("--connections"), option("--rounds"), option("--seconds"));
		Pattern only = Pattern.compile(option("--only"));
		List<Kind> kinds = kinds().stream().filter((kind) -> only.matcher(kind.name()).find()).toList();
		Map<String, List<double[]>> figures = new HashMap<>();
		for (int round = 0; round <= Integer.parseInt(option("--rounds")); round++) {
			System.out.println((round == 0) ? "warming up" : "round " + round);
			for (Kind kind : kinds) {
				for (Way way : (round % 2 == 0) ? this.ways : this.ways.reversed()) {
					double[] measured = round(kind, way, option((round == 0) ? "--warm-up" : "--seconds"));
					if (round > 0) {
						figures.computeIfAbsent(kind.name() + way.name(), (name) -> new ArrayList<>()).add(measured);
					}
				}
			}
		}
		System.out.printf("%-32s %-8s %11s %9s %9s %12s %14s%n", "", "", "requests/s", "p50 ms", "p99 ms",
				"CPU ms each", "of WooCommerce");
		for (Kind kind : kinds) {
			for (Way way : this.ways) {
				print(kind, way, figures.get(kind.name() + way.name()));
			}
		}
	}

	private static void print(Kind kind, Way way, List<double[]> rounds) {
		double perSecond = median(rounds, 0);
		System.out.printf("%-32s %-8s %11.0f %9.1f %9.1f %12.2f %14s%n", kind.name(), way.name(), perSecond,
				median(rounds, 1), median(rounds, 2), median(rounds, 3),
				(kind.real() > 0) ? "%.0f times".formatted(perSecond / kind.real()) : "");
	}

	/**
	 * Requests per second, median and 99th percentile in ms, CPU of all processes in ms.
	 */
	private double[] round(Kind kind, Way way, String seconds) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(Long.parseLong(seconds)).toNanos();
		long ticks = ticks();
		long start = System.nanoTime();
		List<Long> times = new ArrayList<>();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<Long>>> results = new ArrayList<>();
			for (int i = 0; i < Integer.parseInt(option("--connections")); i++) {
				results.add(clients.submit(() -> {
					List<Long> mine = new ArrayList<>();
					do {
						Call call = kind.calls().get();
						long before = System.nanoTime();
						send(way, call);
						mine.add(System.nanoTime() - before);
					}
					while (System.nanoTime() < end);
					return mine;
				}));
			}
			for (Future<List<Long>> result : results) {
				times.addAll(result.get());
			}
		}
		double took = (System.nanoTime() - start) / 1e9;
		long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
		return new double[] { sorted.length / took, sorted[sorted.length / 2] / 1e6,
				sorted[(int) (sorted.length * 0.99)] / 1e6,
				(ticks() - ticks) * 1000 / TICKS_PER_SECOND / sorted.length };
	}

	private HttpResponse<String> send(Way way, Call call) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(way.address() + call.path()))
			.timeout(Duration.ofMinutes(2))
			.header(way.header(), way.credentials())
			.header("Content-Type", "application/json")
			.method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()))
			.build();
		HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() / 100 != 2 || response.body().contains("\"error\":{")) {
			throw new IOException(call.method() + " " + call.path() + " answered " + response.statusCode() + ": "
					+ response.body().substring(0, Math.min(500, response.body().length()))
					+ ((response.statusCode() == 401) ? KEY_WANTED : ""));
		}
		return response;
	}

	/** CPU time of the shop's processes; none where there is no /proc. */
	private long ticks() throws IOException {
		long ticks = 0;
		for (String pid : option("--pids").split(",")) {
			Path stat = Path.of("/proc/" + pid + "/stat");
			if (Files.exists(stat)) {
				String text = Files.readString(stat);
				String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
				ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
			}
		}
		return ticks;
	}

	private static double median(List<double[]> rounds, int figure) {
		double[] sorted = rounds.stream().mapToDouble((round) -> round[figure]).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** What the gateway tells the monolith of the caller. */
	private String token() throws IOException, GeneralSecurityException {
		byte[] secret = Files.readString(Path.of(option("--secret-file"))).strip().getBytes(StandardCharsets.UTF_8);
		String claims = "{\"kind\":\"KEY\",\"sub\":\"benchmark\",\"permissions\":\"READ_WRITE\",\"url\":\"%s\",\"exp\":%d}"
			.formatted(option("--gateway"), Instant.now().plus(Duration.ofHours(6)).getEpochSecond());
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
			throw new IllegalArgumentException(
					name + " is missing; there are " + Arrays.toString(this.options.keySet().toArray()));
		}
		return value;
	}

}

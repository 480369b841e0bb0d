package dev.banyan.shop;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Many consumers who read and change stock, or read products and order, at the same time,
 * up to a rate, and remember every change that was acknowledged. A change whose
 * connection broke is made again under its key until it is acknowledged.
 */
final class StockLoad implements AutoCloseable {

	private static final int CONSUMERS = 50;

	private static final int WORKERS = 24;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final Shop shop;

	private final List<Stock> stocks;

	private final long pause;

	private final AtomicBoolean running = new AtomicBoolean(true);

	private final CountDownLatch ended = new CountDownLatch(WORKERS);

	private final Map<Stock, LongAdder> acknowledged = new ConcurrentHashMap<>();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final LongAdder answered = new LongAdder();

	private final LongAdder broken = new LongAdder();

	private final boolean ordering;

	private final Map<String, Queue<Long>> micros = new ConcurrentHashMap<>();

	private volatile String stage = "";

	/** Half of the requests read stock, half change it. */
	StockLoad(Shop shop, List<Stock> stocks, int requestsPerSecond) {
		this(shop, stocks, requestsPerSecond, false);
	}

	/** A tenth of the requests order, the others read products and stock. */
	static StockLoad ordering(Shop shop, List<Stock> stocks, int requestsPerSecond) {
		return new StockLoad(shop, stocks, requestsPerSecond, true);
	}

	private StockLoad(Shop shop, List<Stock> stocks, int requestsPerSecond, boolean ordering) {
		this.shop = shop;
		this.stocks = stocks;
		this.ordering = ordering;
		this.pause = 1_000_000_000L * WORKERS / requestsPerSecond;
		for (int consumer = 0; consumer < CONSUMERS; consumer++) {
			shop.addKey("ck_load" + consumer, "cs_load", "read_write");
		}
		stocks.forEach((stock) -> this.acknowledged.put(stock, new LongAdder()));
		for (int worker = 0; worker < WORKERS; worker++) {
			Thread.ofVirtual().start(this::work);
		}
	}

	private void work() {
		long next = System.nanoTime() + ThreadLocalRandom.current().nextLong(this.pause);
		while (this.running.get()) {
			Stock stock = this.stocks.get(ThreadLocalRandom.current().nextInt(this.stocks.size()));
			int drawn = ThreadLocalRandom.current().nextInt(10);
			if (this.ordering && drawn == 0) {
				order(stock);
			}
			else if (this.ordering && drawn < 5) {
				expect("GET", 200, send(request("/wp-json/wc/v3/products/" + stock.product())));
			}
			else if (this.ordering || drawn < 5) {
				expect("GET", 200, send(request(stock, "")));
			}
			else {
				change(stock, ThreadLocalRandom.current().nextInt(-3, 4));
			}
			next = Math.max(next + this.pause, System.nanoTime() - this.pause);
			LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
		}
		this.ended.countDown();
	}

	private void change(Stock stock, int change) {
		int status = untilAnswered(request(stock, "/adjustments"), "{\"change\":" + change + "}");
		expect("POST", 200, status);
		if (status == 200) {
			this.acknowledged.get(stock).add(change);
		}
	}

	private void order(Stock stock) {
		int status = untilAnswered(request("/api/v1/orders"), stock.orderOfOne());
		expect("order", 201, status);
		if (status == 201) {
			this.acknowledged.get(stock).decrement();
		}
	}

	private int untilAnswered(HttpRequest.Builder request, String body) {
		request.header("Idempotency-Key", UUID.randomUUID().toString())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		int status = send(request);
		while (status == 0) {
			status = send(request);
		}
		return status;
	}

	private void expect(String what, int expected, int status) {
		if (status == expected) {
			this.answered.increment();
		}
		else if (status != 0) {
			this.failures.add(what + " " + status);
		}
	}

	private HttpRequest.Builder request(Stock stock, String more) {
		return request("/api/v1/stock/" + stock.product() + more);
	}

	private HttpRequest.Builder request(String path) {
		String key = "ck_load" + ThreadLocalRandom.current().nextInt(CONSUMERS) + ":cs_load";
		return HttpRequest.newBuilder(this.shop.secure().resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
	}

	private int send(HttpRequest.Builder request) {
		long start = System.nanoTime();
		String during = this.stage;
		try {
			int status = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
			this.micros.computeIfAbsent(during, (name) -> new ConcurrentLinkedQueue<>())
				.add((System.nanoTime() - start) / 1000);
			return status;
		}
		catch (IOException ex) {
			this.broken.increment();
			LockSupport.parkNanos(50_000_000);
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	/** From now on times belong to this stage. */
	void enter(String stage) {
		this.stage = stage;
	}

	/** How long requests of a stage took, in milliseconds. */
	double percentile(String stage, int percent) {
		List<Long> sorted = this.micros.get(stage).stream().sorted().toList();
		return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1000.0;
	}

	int requests(String stage) {
		return this.micros.get(stage).size();
	}

	/** Lets what is under way end. */
	void end() throws InterruptedException {
		this.running.set(false);
		this.ended.await();
	}

	long acknowledged(Stock stock) {
		return this.acknowledged.get(stock).sum();
	}

	/** Answers that were none of 200. */
	Queue<String> failures() {
		return this.failures;
	}

	long answered() {
		return this.answered.sum();
	}

	/** Requests without an answer. */
	long broken() {
		return this.broken.sum();
	}

	@Override
	public void close() throws InterruptedException {
		end();
		this.client.close();
	}

}

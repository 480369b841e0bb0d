package dev.banyan.runtime.event;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import dev.banyan.testing.kafka.LoopbackKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.shelf.ShelfProcess;
import sample.stock.Counting;
import sample.stock.StockProcess;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One process publishes, three listen; every ten seconds one of them is killed, and three
 * times the broker is gone for twenty seconds. Each event still has its effect once, and
 * in order.
 */
@Tag("failure")
class EventsUnderFailureTests {

	private static final int EVENTS = Integer.getInteger("banyan.events.count", 20_000);

	private static final int CALM = 1_000;

	private static final int ITEMS = 100;

	@TempDir
	private Path folder;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void end() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void noneIsLostNoneIsHeardTwiceAndNoneOvertakes() throws Exception {
		int databasePort = freePort();
		int brokerPort = freePort();
		java("org.h2.tools.Server", "-tcp", "-tcpPort", String.valueOf(databasePort), "-ifNotExists", "-baseDir",
				this.folder.resolve("h2").toString());
		String[] options = options(databasePort, brokerPort, "1h");
		LoopbackKafka broker = LoopbackKafka.start(this.folder.resolve("kafka"), brokerPort);
		try (ConfigurableApplicationContext stock = new SpringApplicationBuilder(StockProcess.class)
			.web(WebApplicationType.NONE)
			.run(options)) {
			JdbcClient jdbc = stock.getBean(JdbcClient.class);
			Process[] shelves = new Process[3];
			for (int i = 0; i < shelves.length; i++) {
				shelves[i] = java(ShelfProcess.class.getName(), options);
			}
			Counting counting = stock.getBean(Counting.class);
			counting.count(0);
			await(Duration.ofMinutes(2), () -> labels(jdbc) == 1);
			Thread.sleep(15_000);
			long p99 = calm(counting, jdbc);

			AtomicLong published = new AtomicLong();
			Instant start = Instant.now();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int thread = 0; thread < 8; thread++) {
					int first = thread;
					threads.submit(() -> {
						for (long number = first; number < EVENTS; number += 8) {
							counting.count(number % ITEMS);
							published.incrementAndGet();
						}
					});
				}
				int killed = 0;
				int outages = 0;
				Instant nextKill = Instant.now().plusSeconds(10);
				Instant back = null;
				while (published.get() < EVENTS || outages < 3 || back != null) {
					if (Instant.now().isAfter(nextKill)) {
						int victim = killed++ % shelves.length;
						shelves[victim].destroyForcibly().waitFor();
						shelves[victim] = java(ShelfProcess.class.getName(), options);
						nextKill = nextKill.plusSeconds(10);
					}
					if (back == null && outages < 3 && published.get() >= (long) EVENTS * (outages + 1) / 4) {
						broker.close();
						outages++;
						back = Instant.now().plusSeconds(20);
					}
					if (back != null && Instant.now().isAfter(back)) {
						broker = LoopbackKafka.start(this.folder.resolve("kafka"), brokerPort);
						back = null;
					}
					Thread.sleep(100);
				}
				System.out.printf("%d events published in %s; %d listeners killed, %d outages%n", EVENTS,
						Duration.between(start, Instant.now()), killed, outages);
			}
			Instant ended = Instant.now();
			await(Duration.ofMinutes(10), () -> labels(jdbc) >= 1 + CALM + EVENTS && waiting(jdbc) == 0);
			System.out.printf("Backlog drained in %s; commit to effect in calm: p99 %d ms%n",
					Duration.between(ended, Instant.now()), p99);
			assertExact(jdbc);
			assertThat(jdbc.sql("select count(*) from shelf.event_parked").query(Long.class).single()).isZero();
			assertThat(jdbc.sql("select count(*) from runtime.event_publication").query(Long.class).single()).isZero();
			java(ShelfProcess.class.getName(), options(databasePort, brokerPort, "1s"));
			await(Duration.ofMinutes(3), () -> heard(jdbc) == 0);
			assertThat(p99).isLessThanOrEqualTo(500);
		}
		finally {
			broker.close();
		}
	}

	private static long calm(Counting counting, JdbcClient jdbc) throws InterruptedException {
		for (int i = 0; i < CALM; i++) {
			counting.count(i % ITEMS);
			Thread.sleep(10);
		}
		await(Duration.ofMinutes(1), () -> labels(jdbc) == 1 + CALM);
		List<Long> millis = jdbc.sql("select millis from shelf.label where position > 1 order by millis")
			.query(Long.class)
			.list();
		return millis.get(millis.size() * 99 / 100);
	}

	private static void assertExact(JdbcClient jdbc) {
		long all = 0;
		for (long item = 0; item < ITEMS; item++) {
			List<Long> numbers = jdbc.sql("select number from shelf.label where item_id = ? order by position")
				.param(item)
				.query(Long.class)
				.list();
			for (int i = 0; i < numbers.size(); i++) {
				assertThat(numbers.get(i)).as("event %d of item %d", i, item).isEqualTo(i + 1L);
			}
			all += numbers.size();
		}
		assertThat(all).isEqualTo(1 + CALM + EVENTS);
	}

	private static String[] options(int databasePort, int brokerPort, String retention) {
		return new String[] {
				"--spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + databasePort
						+ "/./events;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
				"--spring.main.web-application-type=none", "--banyan.events.url=127.0.0.1:" + brokerPort,
				"--banyan.events.leaving=stock", "--banyan.events.topic-retention=" + retention,
				"--banyan.events.inbox-retention=" + retention, "--banyan.events.prune-interval=5s" };
	}

	private Process java(String main, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-Dh2.bindAddress=127.0.0.1", "-cp",
						System.getProperty("java.class.path"), main));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect
				.appendTo(new File("target", main.substring(main.lastIndexOf('.') + 1) + ".log")))
			.start();
		this.processes.add(process);
		return process;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static long labels(JdbcClient jdbc) {
		return jdbc.sql("select count(*) from shelf.label").query(Long.class).single();
	}

	private static long heard(JdbcClient jdbc) {
		return jdbc.sql("select count(*) from shelf.event_inbox").query(Long.class).single();
	}

	private static long waiting(JdbcClient jdbc) {
		return jdbc.sql("select count(*) from stock.event_outbox").query(Long.class).single();
	}

	private static void await(Duration limit, BooleanSupplier reached) throws InterruptedException {
		Instant end = Instant.now().plus(limit);
		while (!reached.getAsBoolean()) {
			assertThat(Instant.now()).as("not reached in time").isBefore(end);
			Thread.sleep(100);
		}
	}

}

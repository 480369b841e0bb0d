package dev.banyan.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import dev.banyan.gateway.HomeServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sick candidate under 200 requests a second of 200 consumers, over HTTP and in real
 * time. What takes minutes is simulated: see {@code PromotionLoopTests}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomaticRollbackTests {

	private static final int RATE = 200;

	private static final int CONSUMERS = 200;

	private final HomeServer monolith = HomeServer.named("same");

	private final HomeServer service = HomeServer.named("same");

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final LongAdder failures = new LongAdder();

	private RunningGateway gateway;

	@BeforeAll
	void start(@TempDir Path data) throws Exception {
		this.gateway = RunningGateway.start(data,
				Map.of("monolith", this.monolith.address(), "service", this.service.address()));
		this.gateway.consumers(CONSUMERS);
		AtomicInteger number = new AtomicInteger();
		this.clock.scheduleAtFixedRate(() -> {
			int request = number.getAndIncrement();
			Thread.ofVirtual().start(() -> request(request));
		}, 0, 1_000_000 / RATE, TimeUnit.MICROSECONDS);
		Thread.sleep(2000);
	}

	private void request(int number) {
		try {
			if (this.gateway.get("/api/v1/stock/1", number % CONSUMERS).statusCode() != 200) {
				this.failures.increment();
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@AfterAll
	void stop() {
		this.clock.shutdownNow();
		this.gateway.close();
		this.monolith.close();
		this.service.close();
	}

	@BeforeEach
	void healthy() {
		this.service.answers = (request) -> Answer.json(200, "{\"from\":\"same\"}");
		this.service.served.reset();
		this.failures.reset();
	}

	@Test
	void fivePercentErrorsAtAQuarterAreBackWithinThreeSecondsOfAHundredSamples() throws Exception {
		AtomicInteger number = new AtomicInteger();
		this.service.answers = (request) -> (number.incrementAndGet() % 20 == 0) ? Answer.json(500, "{}")
				: Answer.json(200, "{\"from\":\"same\"}");
		assertThat(secondsAfter(100, 25)).isLessThan(3);
	}

	@Test
	void threeHundredMillisecondsMoreAtTheP99AreBackWithinThreeSecondsOfAHundredSamples() throws Exception {
		AtomicInteger number = new AtomicInteger();
		this.service.answers = (request) -> Answer.json(200, "{\"from\":\"same\"}")
			.after(Duration.ofMillis((number.incrementAndGet() % 10 == 0) ? 300 : 0));
		assertThat(secondsAfter(100, 25)).isLessThan(3);
	}

	@Test
	void aCandidateThatAlwaysFailsIsLeftByItsOnePercentWithinTenSeconds() throws Exception {
		this.service.answers = (request) -> Answer.json(500, "{}");
		assertThat(secondsAfter(1, 1)).isLessThan(10);
		assertThat(this.failures.sum()).isLessThanOrEqualTo(RATE / 100 * 10 * 2);
		this.failures.reset();
		Thread.sleep(1000);
		assertThat(this.failures.sum()).isZero();
	}

	@Test
	void wrongBodiesInTheShadowAreReportedWithinTenSecondsAndEqualOnesNever() throws Exception {
		shadow();
		Thread.sleep(3000);
		assertThat(this.service.served.sum()).isGreaterThan(RATE);
		assertThat(this.gateway.managed("differences")).isEqualTo("[]");
		this.service.answers = (request) -> Answer.json(200, "{\"from\":\"another\"}");
		long start = System.nanoTime();
		while (this.gateway.managed("differences").equals("[]")) {
			assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(10).toNanos());
			Thread.sleep(100);
		}
		assertThat(this.gateway.managed("differences")).containsOnlyOnce("\"place\":\"$.from\"")
			.contains("\\\"same\\\"", "\\\"another\\\"");
		this.gateway.operate("moves/inventory", "{\"action\":\"rollback\",\"who\":\"test\",\"reason\":\"over\"}");
		assertThat(this.failures.sum()).isZero();
	}

	private void shadow() throws IOException, InterruptedException {
		this.gateway.operate("moves/inventory",
				"{\"action\":\"shadow\",\"to\":\"service\",\"who\":\"test\",\"reason\":\"test\"}");
	}

	/** How long the candidate stays after it has served so many requests. */
	private double secondsAfter(int samples, int weight) throws IOException, InterruptedException {
		this.gateway.canary("inventory", "service", weight);
		long start = 0;
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!this.gateway.move("inventory").get("phase").asString().equals("HOME")) {
			assertThat(System.nanoTime()).as("still not rolled back").isLessThan(end);
			if (start == 0 && this.service.served.sum() >= samples) {
				start = System.nanoTime();
			}
			Thread.sleep(20);
		}
		assertThat(this.gateway.json("moves").get("journal").get(0).get("who").asString()).isEqualTo("promotion loop");
		return (start == 0) ? 0 : (System.nanoTime() - start) / 1e9;
	}

}

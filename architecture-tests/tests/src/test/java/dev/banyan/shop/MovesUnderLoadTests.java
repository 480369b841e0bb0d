package dev.banyan.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

import dev.banyan.shop.Shop.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inventory moves between monolith and service while 300 requests a second
 * ({@code -Dbanyan.load.rate}) read and change it, or order; afterwards every
 * acknowledged change is compared with the store.
 */
@Tag("failure")
class MovesUnderLoadTests {

	private static final int MOVES = 100;

	private static final int RATE = Integer.getInteger("banyan.load.rate", 300);

	private static final Duration STAGE = Duration.ofSeconds(10);

	/** In stages. */
	private static final int LONGEST_WARM_UP = 12;

	private static final int QUANTITY = 100_000;

	/** How a busy machine delays answers is not what these tests are about. */
	private static final List<String> PATIENT = List.of("--banyan.gateway.limits.slowest=30s",
			"--banyan.gateway.limits.slower=30s");

	/** A move to the monolith, and one back that is given up. */
	private static final List<String> STEPS = List.of("\"shadow\",\"to\":\"monolith\"",
			"\"canary\",\"to\":\"monolith\",\"weight\":5", "\"pause\"", "\"resume\"", "\"auto\"", "\"manual\"",
			"\"canary\",\"weight\":100", "\"settle\"", "\"canary\",\"to\":\"service\",\"weight\":50", "\"rollback\"");

	@TempDir
	private Path folder;

	@Test
	void aHundredMovesThereAndBackFailNoRequestAndLoseNoWrite() throws Exception {
		try (Shop shop = Shop.start(Database.h2(this.folder), true, this.folder, PATIENT)) {
			shop.place("inventory", 0);
			List<Stock> stocks = Stock.several(shop, QUANTITY);
			long start = System.nanoTime();
			try (StockLoad load = new StockLoad(shop, stocks, RATE)) {
				Thread.sleep(2000);
				for (int move = 0; move < MOVES; move++) {
					String to = (move % 2 == 0) ? "monolith" : "service";
					for (int weight : new int[] { 10, 50, 100 }) {
						shop.move("inventory", "\"canary\",\"to\":\"" + to + "\",\"weight\":" + weight);
						Thread.sleep(100);
					}
					shop.move("inventory", "\"settle\"");
					Thread.sleep(100);
				}
				load.end();
				Duration took = Duration.ofNanos(System.nanoTime() - start);
				assertThat(load.failures()).isEmpty();
				assertThat(load.broken()).isZero();
				assertExact(load, stocks);
				System.out.printf("%d moves in %d s under %d requests/s%n", MOVES, took.toSeconds(),
						load.answered() / took.toSeconds());
			}
			assertThat(state(shop)).isEqualTo("HOME at service");
		}
	}

	@Test
	void leavesAndComesBackUnderOrdersAndReads() throws Exception {
		try (Shop shop = Shop.start(Database.h2(this.folder), true, this.folder, PATIENT)) {
			shop.place("inventory", 0);
			shop.move("inventory", "\"canary\",\"to\":\"monolith\",\"weight\":100");
			shop.move("inventory", "\"settle\"");
			List<Stock> stocks = Stock.several(shop, QUANTITY);
			List<String> stages = new ArrayList<>();
			try (StockLoad load = StockLoad.ordering(shop, stocks, RATE)) {
				warmUp(load, stages);
				for (int percent : new int[] { 0, 25, 100, 25, 0 }) {
					shop.place("inventory", percent);
					stay(load, "placement " + percent + " % remote", stages);
				}
				for (String to : List.of("service", "monolith")) {
					for (int weight : new int[] { 25, 100 }) {
						shop.move("inventory", "\"canary\",\"to\":\"" + to + "\",\"weight\":" + weight);
						stay(load, "gateway " + weight + " % to " + to, stages);
					}
					shop.move("inventory", "\"settle\"");
				}
				load.end();
				stages.forEach((stage) -> System.out.printf("%-36s %4d requests/s, p50 %.1f ms, p99 %.1f ms%n", stage,
						load.requests(stage) / STAGE.toSeconds(), load.percentile(stage, 50),
						load.percentile(stage, 99)));
				assertThat(load.failures()).isEmpty();
				assertThat(load.broken()).isZero();
				assertExact(load, stocks);
				assertThat(stocks).allSatisfy((stock) -> assertThat(stock.reserved()).isZero());
			}
			assertThat(state(shop)).isEqualTo("HOME at monolith");
		}
	}

	/** Until a machine that can carry the rate does. */
	private static void warmUp(StockLoad load, List<String> stages) throws InterruptedException {
		do {
			stay(load, "warming up", stages);
		}
		while (load.requests(stages.getLast()) < 0.95 * RATE * STAGE.toSeconds() && stages.size() < LONGEST_WARM_UP);
	}

	private static void stay(StockLoad load, String what, List<String> stages) throws InterruptedException {
		String stage = "%2d. %s".formatted(stages.size() + 1, what);
		load.enter(stage);
		stages.add(stage);
		Thread.sleep(STAGE);
	}

	@Test
	void killedAtAnyStepTheGatewayStandsWhereItsJournalSays() throws Exception {
		try (Shop shop = Shop.start(Database.h2(this.folder), true, this.folder, PATIENT)) {
			shop.place("inventory", 0);
			List<Stock> stocks = Stock.several(shop, QUANTITY);
			try (StockLoad load = new StockLoad(shop, stocks, RATE)) {
				for (String step : STEPS) {
					String before = state(shop);
					CompletableFuture<Reply> underWay = CompletableFuture
						.supplyAsync(() -> shop.tryToMove("inventory", step), Thread::startVirtualThread);
					Thread.sleep(ThreadLocalRandom.current().nextInt(20));
					killAndRestart(shop);
					boolean acknowledged = underWay.join().status() == 200;
					String stands = state(shop);
					if (stands.equals(before)) {
						assertThat(acknowledged).as(step).isFalse();
						shop.move("inventory", step);
					}
					Thread.sleep(1000);
					String after = state(shop);
					assertThat(after).as(step).isNotEqualTo(before);
					killAndRestart(shop);
					assertThat(state(shop)).as(step).isEqualTo(after);
				}
				load.end();
				assertThat(load.failures()).isEmpty();
				assertExact(load, stocks);
				System.out.printf("%d kills, %d answers, %d connections broken%n", 2 * STEPS.size(), load.answered(),
						load.broken());
			}
			assertThat(state(shop)).isEqualTo("HOME at monolith");
		}
	}

	private static void killAndRestart(Shop shop) {
		shop.gateway().kill();
		shop.gateway().start();
		shop.gateway().awaitReady();
	}

	/** Where the move stands, which is what the journal says last. */
	private static String state(Shop shop) {
		String words = shop.shown("moves/inventory/text").response().body().toString();
		String state = words.lines().findFirst().orElseThrow().substring("inventory: ".length());
		var journal = shop.shown("moves").body().get("journal");
		assertThat(journal.isEmpty() ? "HOME at service" : journal.get(0).get("to").asString()).isEqualTo(state);
		return state;
	}

	private static void assertExact(StockLoad load, List<Stock> stocks) {
		assertThat(stocks)
			.allSatisfy((stock) -> assertThat((long) stock.left()).isEqualTo(QUANTITY + load.acknowledged(stock)));
	}

}

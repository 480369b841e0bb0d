package dev.banyan.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.banyan.shop.Shop.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many orders at the same time for the same goods: a customer's order is strict, the back
 * office's is not, and none is lost or counted twice.
 */
@Tag("shop")
class StockUnderLoadTests {

	private static final int ORDERS = 200;

	private static final int IN_STOCK = 150;

	@TempDir
	private Path folder;

	@Test
	void exactlyWhatIsInStockIsSoldNativelyAndEveryBackOfficeOrderIsAccepted() throws Exception {
		sell("H2", false);
	}

	@Tag("failure")
	@ParameterizedTest(name = "on {0}, inventory extracted: {1}")
	@CsvSource({ "H2, true", "MYSQL, false", "MYSQL, true" })
	void exactlyWhatIsInStockIsSoldNativelyAndEveryBackOfficeOrderIsAccepted(String database, boolean extracted)
			throws Exception {
		sell(database, extracted);
	}

	private void sell(String database, boolean extracted) throws Exception {
		try (Shop shop = Shop.start(Database.named(database, this.folder), extracted, this.folder)) {
			Stock strict = Stock.of(shop, "Strict", IN_STOCK);
			List<Reply> placed = Stock.together(ORDERS, (i) -> strict.placed("strict-" + i));
			assertThat(Stock.statuses(placed)).isEqualTo(Map.of(201, IN_STOCK, 409, ORDERS - IN_STOCK));
			assertThat(placed).filteredOn((reply) -> reply.status() == 409)
				.allSatisfy((reply) -> assertThat(reply.body().get("type").asString())
					.isEqualTo("urn:banyan:ordering:out-of-stock"));
			assertThat(strict.left()).isZero();
			assertThat(strict.reserved()).isZero();

			List<Reply> again = Stock.together(ORDERS, (i) -> strict.placed("strict-" + i));
			assertThat(again).filteredOn((reply) -> reply.status() == 201)
				.extracting((reply) -> reply.body().get("id").asLong())
				.containsExactlyInAnyOrderElementsOf(placed.stream()
					.filter((reply) -> reply.status() == 201)
					.map((reply) -> reply.body().get("id").asLong())
					.toList());
			assertThat(strict.left()).isZero();

			Stock lenient = Stock.of(shop, "Lenient", IN_STOCK);
			assertThat(Stock.statuses(Stock.together(ORDERS, (i) -> lenient.entered()))).isEqualTo(Map.of(201, ORDERS));
			assertThat(lenient.left()).isEqualTo(IN_STOCK - ORDERS);
		}
	}

	@Test
	void countsStayExactWhenInventoryIsKilledInTheMiddle() throws Exception {
		killInventory("MYSQL");
	}

	@Tag("failure")
	@Test
	void countsStayExactWhenInventoryIsKilledInTheMiddleOnH2() throws Exception {
		killInventory("H2");
	}

	private void killInventory(String database) throws Exception {
		try (Shop shop = Shop.start(Database.named(database, this.folder), true, this.folder)) {
			Stock strict = Stock.of(shop, "Strict", IN_STOCK);
			Stock lenient = Stock.of(shop, "Lenient", IN_STOCK);
			AtomicInteger answered = new AtomicInteger();
			CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> {
				while (answered.get() < ORDERS / 5) {
					Thread.onSpinWait();
				}
				shop.inventory().kill();
				shop.inventory().start();
				shop.inventory().awaitReady();
			});
			List<Reply> replies = Stock.together(ORDERS, (i) -> {
				Reply reply = (i % 2 == 0) ? strict.placed("killed-" + i) : lenient.entered();
				answered.incrementAndGet();
				return reply;
			});
			restart.join();
			assertThat(Stock.statuses(replies).keySet()).isSubsetOf(201, 409, 503);
			assertThat(replies).filteredOn((reply) -> reply.status() == 503)
				.allSatisfy((reply) -> assertThat(reply.response().headers().firstValue("Retry-After")).isPresent());
			int placed = (int) java.util.stream.IntStream.range(0, ORDERS)
				.filter((i) -> i % 2 == 0 && replies.get(i).status() == 201)
				.count();
			int entered = (int) java.util.stream.IntStream.range(0, ORDERS)
				.filter((i) -> i % 2 == 1 && replies.get(i).status() == 201)
				.count();
			Eventually.within(Duration.ofSeconds(30), () -> {
				assertThat(strict.left()).isEqualTo(IN_STOCK - placed);
				assertThat(strict.reserved()).isZero();
				assertThat(lenient.left()).isEqualTo(IN_STOCK - entered);
			});
		}
	}

}

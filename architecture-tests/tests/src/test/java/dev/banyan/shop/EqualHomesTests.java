package dev.banyan.shop;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A move between two homes that are the same: for half an hour
 * ({@code -Dbanyan.equal.minutes}) stock is read and changed, and the gateway, with the
 * limits that it has by itself, finds nothing to tell and no reason to roll back.
 */
@Tag("failure")
class EqualHomesTests {

	private static final Duration STAGE = Duration.ofMinutes(Integer.getInteger("banyan.equal.minutes", 30))
		.dividedBy(3);

	private static final int RATE = Integer.getInteger("banyan.load.rate", 100);

	private static final int QUANTITY = 100_000;

	@TempDir
	private Path folder;

	@Test
	void areNotToldApartInTheShadowNorByHalfOfTheConsumersNorByAllOfThem() throws Exception {
		try (Shop shop = Shop.start(Database.h2(this.folder), true, this.folder)) {
			shop.place("inventory", 0);
			try (StockLoad load = new StockLoad(shop, Stock.several(shop, QUANTITY), RATE)) {
				shop.move("inventory", "\"shadow\",\"to\":\"monolith\"");
				Thread.sleep(STAGE);
				assertNothingFound(shop);
				assertThat(compared(shop)).isGreaterThan(STAGE.toSeconds() * RATE / 10);
				shop.move("inventory", "\"canary\",\"to\":\"monolith\",\"weight\":50");
				Thread.sleep(STAGE);
				shop.move("inventory", "\"auto\"");
				Thread.sleep(STAGE);
				load.end();
				assertNothingFound(shop);
				assertThat(words(shop)).startsWith("inventory: CANARY at service, 100 % at monolith");
				assertThat(load.failures()).isEmpty();
				assertThat(load.answered()).isGreaterThan(3 * STAGE.toSeconds() * RATE / 2);
			}
		}
	}

	private static void assertNothingFound(Shop shop) {
		assertThat(shop.shown("differences").body()).isEmpty();
		assertThat(shop.shown("moves").body().get("journal"))
			.noneSatisfy((entry) -> assertThat(entry.get("to").asString()).startsWith("HOME"));
	}

	/** How many answers the shadow has compared. */
	private static double compared(Shop shop) {
		return shop.shown("prometheus")
			.response()
			.body()
			.lines()
			.filter((line) -> line.startsWith("banyan_shadow_total{") && line.contains("outcome=\"compared\""))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	private static String words(Shop shop) {
		return shop.shown("moves/inventory/text").response().body();
	}

}

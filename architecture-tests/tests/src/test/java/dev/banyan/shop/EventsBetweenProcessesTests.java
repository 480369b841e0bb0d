package dev.banyan.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import dev.banyan.shop.Shop.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What inventory tells from a process of its own arrives in the monolith, also after the
 * broker was away.
 */
@Tag("shop")
class EventsBetweenProcessesTests {

	@TempDir
	private Path folder;

	@Test
	void theCatalogFiltersByTheStockThatInventoryKeepsElsewhere() throws Exception {
		try (Shop shop = Shop.start(Database.h2(this.folder), true, this.folder)) {
			Stock last = Stock.of(shop, "Last", 1);
			Stock other = Stock.of(shop, "Other", 5);
			assertListed(shop, "instock", last, other);
			assertThat(last.placed("the-last").status()).isEqualTo(201);
			assertListed(shop, "outofstock", last);
			assertListed(shop, "instock", other);

			shop.broker().kill();
			assertThat(Stock.statuses(Stock.together(5, (i) -> other.entered()))).containsOnlyKeys(201);
			assertThat(shop.get("/wp-json/wc/v3/products?stock_status=instock").body()).hasSize(1);
			shop.broker().start();
			assertListed(shop, "outofstock", last, other);
			Reply events = shop.shownByApp("events");
			assertThat(events.body().get("leaving").toString()).isEqualTo("[\"inventory\"]");
			assertThat(events.body().get("parked").get("catalog").asInt()).isZero();
		}
	}

	private static void assertListed(Shop shop, String status, Stock... products) throws InterruptedException {
		List<Long> expected = List.of(products).stream().map(Stock::product).toList();
		Eventually.within(Duration.ofSeconds(60),
				() -> assertThat(StreamSupport
					.stream(shop.get("/wp-json/wc/v3/products?stock_status=" + status).body().spliterator(), false))
					.extracting((product) -> product.get("id").asLong())
					.containsExactlyInAnyOrderElementsOf(expected));
	}

}

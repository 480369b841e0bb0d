package dev.banyan.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.banyan.shop.Shop.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the shop has answered with success is there after its process was killed.
 */
@Tag("shop")
class DurabilityTests {

	private static final int WRITERS = 8;

	private static final int BEFORE_THE_KILL = 200;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	@Test
	void everyAcknowledgedWriteSurvivesAKillOfTheMonolith() throws Exception {
		writeAndKill("H2");
	}

	@Tag("failure")
	@Test
	void everyAcknowledgedWriteSurvivesAKillOfTheMonolithOnMySql() throws Exception {
		writeAndKill("MYSQL");
	}

	private void writeAndKill(String name) throws Exception {
		Set<String> acknowledged = ConcurrentHashMap.newKeySet();
		AtomicBoolean over = new AtomicBoolean();
		try (Shop shop = Shop.start(Database.named(name, this.folder), false, this.folder)) {
			try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int i = 0; i < WRITERS; i++) {
					String path = (i % 2 == 0) ? "/wp-json/wc/v3/products" : "/wp-json/wc/v3/orders";
					writers.submit(() -> {
						while (!over.get()) {
							Reply reply = shop.post(path,
									path.endsWith("products")
											? "{\"name\": \"Kept\", \"manage_stock\": true, \"stock_quantity\": 3}"
											: "{\"customer_note\": \"Kept\"}");
							if (reply.status() == 201) {
								acknowledged.add(path + "/" + reply.body().get("id").asLong());
							}
						}
					});
				}
				Eventually.within(Duration.ofSeconds(60),
						() -> assertThat(acknowledged).hasSizeGreaterThan(BEFORE_THE_KILL));
				shop.app().kill();
				over.set(true);
			}
			shop.app().start();
			shop.app().awaitReady();
			Eventually.within(Duration.ofSeconds(30),
					() -> assertThat(shop.get("/wp-json/wc/v3/products?per_page=1").status()).isEqualTo(200));
			assertThat(acknowledged).anyMatch((path) -> path.contains("orders"))
				.anyMatch((path) -> path.contains("products"))
				.allSatisfy((path) -> {
					Reply reply = shop.get(path);
					assertThat(reply.status()).isEqualTo(200);
					if (path.contains("products")) {
						assertThat(reply.body().get("stock_quantity").asInt()).isEqualTo(3);
					}
					else {
						assertThat(reply.body().get("customer_note").asString()).isEqualTo("Kept");
					}
				});
		}
	}

}

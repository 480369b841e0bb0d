package dev.banyan.catalog;

import java.util.List;
import java.util.Set;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockChanged;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockStatus;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What catalog needs of others.
 */
class PactTests {

	@Test
	void inventory() {
		ConsumerPact.between("catalog", "inventory")
			.on("a look at the levels of a list")
			.given("item 71 is counted", Stock.class, (stock) -> stock.define(List.of(StockDefinition.managed(71, 10))))
			.exactly("itemId", "managed", "quantity", "status")
			.asks(Stock.class, (stock) -> stock.levels(Set.of(71L)), """
					{"71": {"itemId": 71, "stockItemId": 71, "managed": true, "quantity": 10, "reserved": 0,
						"backorders": "NO", "status": "IN_STOCK"}}""", (levels) -> {
				assertThat(levels.get(71L).quantity()).isEqualTo(10);
				assertThat(levels.get(71L).managed()).isTrue();
				assertThat(levels.get(71L).lowStockAmount()).isNull();
			})
			.on("the definition of an item's stock")
			.given("item 72 is counted", Stock.class, (stock) -> stock.define(List.of(StockDefinition.managed(72, 10))))
			.exactly("itemId", "managed", "quantity", "status")
			.asks(Stock.class, (stock) -> stock.define(List.of(StockDefinition.managed(72, 0))), """
					{"72": {"itemId": 72, "stockItemId": 72, "managed": true, "quantity": 0, "reserved": 0,
						"backorders": "NO", "status": "OUT_OF_STOCK"}}""",
					(levels) -> assertThat(levels.get(72L).status()).isEqualTo(StockStatus.OUT_OF_STOCK))
			.on("the removal of an item")
			.given("item 73 is counted", Stock.class, (stock) -> stock.define(List.of(StockDefinition.managed(73, 10))))
			.tells(Stock.class, (stock) -> stock.remove(Set.of(73L)))
			.on("the last of an item was sold")
			.given("item 74 is counted", Stock.class, (stock) -> stock.define(List.of(StockDefinition.managed(74, 1))))
			.given("none is left", Stock.class, (stock) -> stock.define(List.of(StockDefinition.managed(74, 0))))
			.exactly("itemId", "quantity", "status")
			.hears(StockChanged.class, """
					{"eventId": "0b4e2c1e-6f0a-4a53-9d55-3c8f5a0f7c11", "occurredAt": "2026-11-20T10:00:00.123456Z",
						"itemId": 74, "quantity": 0, "status": "OUT_OF_STOCK"}""", (event) -> {
				assertThat(event.itemId()).isEqualTo(74);
				assertThat(event.status()).isEqualTo(StockStatus.OUT_OF_STOCK);
			})
			.write();
	}

}

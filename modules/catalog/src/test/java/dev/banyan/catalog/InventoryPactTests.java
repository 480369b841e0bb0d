package dev.banyan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.StockStatus;
import dev.banyan.runtime.caller.CallerConfiguration;
import dev.banyan.runtime.seam.SeamConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What catalog needs of inventory, spoken by the seam's own client. Writes the pact that
 * every home of inventory is verified against.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "inventory", pactVersion = PactSpecVersion.V3)
@PactDirectory("../inventory/pacts")
class InventoryPactTests {

	private static final String JSON = "application/json";

	private static final Map<String, Object> COUNTED = Map.of("itemId", 7, "quantity", 10);

	@Pact(consumer = "catalog", provider = "inventory")
	RequestResponsePact levels(PactDslWithProvider pact) {
		return pact.given("item 7 is counted", COUNTED)
			.uponReceiving("a look at the levels of a list")
			.method("POST")
			.path("/seams/inventory/stock/levels")
			.body("{\"itemIds\":[7]}", JSON)
			.willRespondWith()
			.status(200)
			.body(level(10, "IN_STOCK"))
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "levels")
	void showsLevels(MockServer inventory) {
		through(inventory, (stock) -> {
			StockLevel level = stock.levels(Set.of(7L)).get(7L);
			assertThat(level.quantity()).isEqualTo(10);
			assertThat(level.managed()).isTrue();
			assertThat(level.lowStockAmount()).isNull();
		});
	}

	@Pact(consumer = "catalog", provider = "inventory")
	RequestResponsePact definition(PactDslWithProvider pact) {
		return pact.given("item 7 is counted", COUNTED)
			.uponReceiving("the definition of an item's stock")
			.method("POST")
			.path("/seams/inventory/stock/define")
			.body("""
					{"definitions":[{"itemId":7,"managed":true,"quantity":0,"backorders":"NO","lowStockAmount":null,"status":"IN_STOCK",
					"inheritsFrom":null}]}""",
					JSON)
			.willRespondWith()
			.status(200)
			.body(level(0, "OUT_OF_STOCK"))
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "definition")
	void definesStock(MockServer inventory) {
		through(inventory, (stock) -> assertThat(stock.define(List.of(StockDefinition.managed(7, 0))).get(7L).status())
			.isEqualTo(StockStatus.OUT_OF_STOCK));
	}

	@Pact(consumer = "catalog", provider = "inventory")
	RequestResponsePact removal(PactDslWithProvider pact) {
		return pact.given("item 7 is counted", COUNTED)
			.uponReceiving("the removal of an item")
			.method("POST")
			.path("/seams/inventory/stock/remove")
			.body("{\"itemIds\":[7]}", JSON)
			.willRespondWith()
			.status(200)
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "removal")
	void removesStock(MockServer inventory) {
		through(inventory, (stock) -> assertThatCode(() -> stock.remove(Set.of(7L))).doesNotThrowAnyException());
	}

	private static DslPart level(int quantity, String status) {
		return LambdaDsl.newJsonBody((levels) -> levels.object("7", (level) -> {
			level.numberValue("itemId", 7);
			level.integerType("stockItemId", 7);
			level.booleanValue("managed", true);
			level.numberValue("quantity", quantity);
			level.integerType("reserved", 0);
			level.stringMatcher("backorders", "NO|NOTIFY|YES", "NO");
			level.stringValue("status", status);
		})).build();
	}

	private static void through(MockServer inventory, Consumer<Stock> call) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CallerConfiguration.class, SeamConfiguration.class))
			.withPropertyValues("banyan.placement.inventory.url=" + inventory.getUrl(), "banyan.token.required=false",
					"banyan.token.secret=0123456789abcdef0123456789abcdef")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				call.accept(context.getBean(Stock.class));
			});
	}

}

package dev.banyan.ordering;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import dev.banyan.inventory.OutOfStock;
import dev.banyan.inventory.ReservationLine;
import dev.banyan.inventory.ReservationReleased;
import dev.banyan.inventory.Reservations;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.StockStatus;
import dev.banyan.runtime.caller.CallerConfiguration;
import dev.banyan.runtime.seam.SeamConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What ordering needs of inventory, spoken by the seam's own client. Writes the pact that
 * every home of inventory is verified against.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "inventory", pactVersion = PactSpecVersion.V3)
@PactDirectory("../inventory/pacts")
class InventoryPactTests {

	private static final Duration VALIDITY = Duration.ofMinutes(10);

	private static final String RESERVATIONS = "/seams/inventory/reservations";

	private static final String JSON = "application/json";

	private static final String OUT_OF_STOCK = "urn:banyan:inventory:out-of-stock";

	private static final String RESERVATION_RELEASED = "urn:banyan:inventory:reservation-released";

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact levels(PactDslWithProvider pact) {
		return pact.given("item 7 is counted", Map.of("itemId", 7, "quantity", 10))
			.uponReceiving("a look at the level of an item")
			.method("POST")
			.path("/seams/inventory/stock/levels")
			.body("{\"itemIds\":[7]}", JSON)
			.willRespondWith()
			.status(200)
			.body(level(10))
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "levels")
	void readsLevels(MockServer inventory) {
		through(inventory, (beans) -> {
			StockLevel level = beans.getBean(Stock.class).levels(Set.of(7L)).get(7L);
			assertThat(level.quantity()).isEqualTo(10);
			assertThat(level.status()).isEqualTo(StockStatus.IN_STOCK);
		});
	}

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact adjustment(PactDslWithProvider pact) {
		return pact.given("item 7 is counted", Map.of("itemId", 7, "quantity", 10))
			.uponReceiving("an adjustment under a key")
			.method("POST")
			.path("/seams/inventory/stock/adjust")
			.matchHeader("Idempotency-Key", ".+", "pact-adjustment")
			.body("{\"adjustments\":[{\"itemId\":7,\"change\":-3}]}", JSON)
			.willRespondWith()
			.status(200)
			.body(level(7))
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "adjustment")
	void adjustsStock(MockServer inventory) {
		through(inventory,
				(beans) -> assertThat(beans.getBean(Stock.class)
					.adjust("pact-adjustment", List.of(new StockAdjustment(7, -3)))
					.get(7L)
					.quantity()).isEqualTo(7));
	}

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact hold(PactDslWithProvider pact) {
		return holding(pact.given("item 7 is counted", Map.of("itemId", 7, "quantity", 10))
			.uponReceiving("a reservation of what is there"), "pact-hold", 2).willRespondWith().status(200).toPact();
	}

	@Test
	@PactTestFor(pactMethod = "hold")
	void reserves(MockServer inventory) {
		through(inventory, (beans) -> assertThatCode(() -> reserve(beans, "pact-hold", 2)).doesNotThrowAnyException());
	}

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact shortage(PactDslWithProvider pact) {
		return holding(pact.given("item 7 is counted", Map.of("itemId", 7, "quantity", 10))
			.uponReceiving("a reservation of more than is there"), "pact-short", 11).willRespondWith()
			.status(409)
			.body(problem(OUT_OF_STOCK, "\"itemIds\":[7]"), "application/problem+json")
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "shortage")
	void learnsWhichItemsAreShort(MockServer inventory) {
		through(inventory,
				(beans) -> assertThatExceptionOfType(OutOfStock.class)
					.isThrownBy(() -> reserve(beans, "pact-short", 11))
					.satisfies((ex) -> assertThat(ex.itemIds()).containsExactly(7L)));
	}

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact confirmation(PactDslWithProvider pact) {
		return keyed(pact.given("item 7 is reserved", Map.of("itemId", 7, "quantity", 10, "key", "pact-confirmed"))
			.uponReceiving("the confirmation of a reservation"), "confirm", "pact-confirmed").willRespondWith()
			.status(200)
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "confirmation")
	void confirms(MockServer inventory) {
		through(inventory, (beans) -> assertThatCode(() -> beans.getBean(Reservations.class).confirm("pact-confirmed"))
			.doesNotThrowAnyException());
	}

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact lostReservation(PactDslWithProvider pact) {
		return keyed(pact.uponReceiving("the confirmation of a reservation that was never made"), "confirm",
				"pact-lost")
			.willRespondWith()
			.status(409)
			.body(problem(RESERVATION_RELEASED, "\"reservation\":\"pact-lost\""), "application/problem+json")
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "lostReservation")
	void learnsThatAReservationIsLost(MockServer inventory) {
		through(inventory, (beans) -> assertThatExceptionOfType(ReservationReleased.class)
			.isThrownBy(() -> beans.getBean(Reservations.class).confirm("pact-lost")));
	}

	@Pact(consumer = "ordering", provider = "inventory")
	RequestResponsePact release(PactDslWithProvider pact) {
		return keyed(pact.given("item 7 is reserved", Map.of("itemId", 7, "quantity", 10, "key", "pact-released"))
			.uponReceiving("the release of a reservation"), "release", "pact-released").willRespondWith()
			.status(200)
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "release")
	void releases(MockServer inventory) {
		through(inventory, (beans) -> assertThatCode(() -> beans.getBean(Reservations.class).release("pact-released"))
			.doesNotThrowAnyException());
	}

	private static PactDslRequestWithPath holding(au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath request,
			String key, int quantity) {
		return request.method("POST")
			.path(RESERVATIONS + "/reserve")
			.matchHeader("Idempotency-Key", ".+", key)
			.body("{\"lines\":[{\"itemId\":7,\"quantity\":" + quantity + "}],\"validity\":\"" + VALIDITY + "\"}", JSON);
	}

	private static PactDslRequestWithPath keyed(au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath request,
			String path, String key) {
		return request.method("POST").path(RESERVATIONS + "/" + path).headers("Idempotency-Key", key).body("{}", JSON);
	}

	private static DslPart level(int quantity) {
		return LambdaDsl.newJsonBody((levels) -> levels.object("7", (level) -> {
			level.numberValue("itemId", 7);
			level.integerType("stockItemId", 7);
			level.booleanValue("managed", true);
			level.numberValue("quantity", quantity);
			level.integerType("reserved", 0);
			level.stringMatcher("backorders", "NO|NOTIFY|YES", "NO");
			level.stringValue("status", "IN_STOCK");
		})).build();
	}

	private static String problem(String type, String property) {
		return "{\"type\":\"" + type + "\",\"status\":409," + property + "}";
	}

	private static void reserve(BeanFactory beans, String key, int quantity) {
		beans.getBean(Reservations.class).reserve(key, List.of(new ReservationLine(7, quantity)), VALIDITY);
	}

	private static void through(MockServer inventory, Consumer<BeanFactory> call) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CallerConfiguration.class, SeamConfiguration.class))
			.withPropertyValues("banyan.placement.inventory.url=" + inventory.getUrl(), "banyan.token.required=false",
					"banyan.token.secret=0123456789abcdef0123456789abcdef")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				call.accept(context);
			});
	}

}

package dev.banyan.legacy.payments;

import java.util.List;
import java.util.Map;

import dev.banyan.shipping.Zone;
import dev.banyan.shipping.ZoneMethod;
import dev.banyan.shipping.Zones;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the face of payments needs of other modules than its own: the ways of shipping
 * that cash on delivery can be limited to.
 */
class PactTests {

	/** Stands for a number that the provider chooses. */
	private static final long CHOSEN = 4711;

	@Test
	void shipping() {
		ConsumerPact.between("legacy-payments", "shipping")
			.on("the zones")
			.each()
			.asks(Zones.class, Zones::all, "[{\"id\": 0, \"name\": \"Elsewhere\"}]",
					(zones) -> assertThat(zones).extracting(Zone::id).isEqualTo(List.of(0L)))
			.on("the methods of a zone")
			.given("a zone", Zones.class, (zones) -> zones.add("Iceland", 1), "zone", CHOSEN)
			.given("it has a flat rate", Zones.class,
					(zones) -> zones.add(new ZoneMethod(0, CHOSEN, "flat_rate", 0, true, Map.of())))
			.exactly("type")
			.asks(Zones.class, (zones) -> zones.methods(CHOSEN), "[{\"instanceId\": 3, \"type\": \"flat_rate\"}]",
					(methods) -> assertThat(methods.getFirst().type()).isEqualTo("flat_rate"))
			.write();
	}

}

package dev.banyan.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.banyan.shipping.ZoneLocation.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class QuotesModuleTests {

	@Autowired
	private Zones zones;

	@Autowired
	private Quotes quotes;

	@AfterEach
	void removeZones() {
		this.zones.all().forEach((zone) -> this.zones.remove(zone.id()));
	}

	@Test
	void calculatesAFlatRateFromItsFormula() {
		zoneWith("flat_rate", Map.of("cost", "2 + 1.50 * [qty] + [fee percent=\"10\" min_fee=\"4\"]"));
		assertThat(quote("94103", "30", "0")).extracting(Quote::cost).containsExactly(new BigDecimal("9.00"));
	}

	@Test
	void offersNothingOutsideOfEveryZone() {
		zoneWith("flat_rate", Map.of("cost", "5"));
		assertThat(quote("10001", "30", "0")).isEmpty();
	}

	@Test
	void shipsForFreeFromAnAmountAfterDiscounts() {
		zoneWith("free_shipping", Map.of("requires", "min_amount", "min_amount", "30"));
		assertThat(quote("94103", "30", "0")).extracting(Quote::method).containsExactly("free_shipping");
		assertThat(quote("94103", "30", "1")).isEmpty();
	}

	private void zoneWith(String method, Map<String, String> settings) {
		Zone zone = this.zones.add("California", 1);
		this.zones.replace(new Zone(zone.id(), zone.name(), 1,
				List.of(new ZoneLocation(Type.STATE, "US:CA"), new ZoneLocation(Type.POSTCODE, "94*"))));
		this.zones.add(new ZoneMethod(0, zone.id(), method, 0, true, settings));
	}

	private List<Quote> quote(String postcode, String cost, String discount) {
		return this.quotes.quote(new QuoteRequest("NA", "US", "CA", postcode,
				List.of(new QuoteRequest.Line(2, new BigDecimal(cost), 0)), new BigDecimal(discount), false, 2));
	}

}

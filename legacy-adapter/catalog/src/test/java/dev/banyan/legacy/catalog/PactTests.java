package dev.banyan.legacy.catalog;

import dev.banyan.settings.ReferenceData;
import dev.banyan.settings.Settings;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalog's face needs of other modules than its own.
 */
class PactTests {

	@Test
	void settings() {
		ConsumerPact.between("legacy-catalog", "settings")
			.on("how prices are written")
			.asks(Settings.class, Settings::current, """
					{"currency": "USD", "currencyPosition": "left", "thousandSeparator": ",", "decimalSeparator": ".",
						"decimals": 2}""", (shop) -> {
				assertThat(shop.currency()).isEqualTo("USD");
				assertThat(shop.currencyPosition()).isEqualTo("left");
				assertThat(shop.decimals()).isEqualTo(2);
			})
			.on("the signs of currencies")
			.each()
			.asks(ReferenceData.class, ReferenceData::currencies, """
					[{"code": "AED", "name": "United Arab Emirates dirham", "symbol": "x"}]""",
					(currencies) -> assertThat(currencies).singleElement()
						.satisfies((currency) -> assertThat(currency.code()).isEqualTo("AED")))
			.write();
	}

}

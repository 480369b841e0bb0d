package dev.banyan.settings.internal;

import java.util.List;

import dev.banyan.settings.ReferenceData.Country;
import dev.banyan.settings.ReferenceData.Currency;
import dev.banyan.settings.ReferenceData.LocalFormat;
import dev.banyan.settings.ReferenceData.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedReferenceDataTests {

	private final ShippedReferenceData data = new ShippedReferenceData();

	@Test
	void everyCountryOutsideAntarcticaHasAFormatWithAKnownCurrency() {
		List<String> currencies = this.data.currencies().stream().map(Currency::code).toList();
		assertThat(this.data.countries()).hasSize(249).allSatisfy((country) -> {
			LocalFormat format = country.format();
			assertThat(format == null).isEqualTo(country.continent().equals("AN"));
			assertThat(format == null || currencies.contains(format.currency())).isTrue();
		});
	}

	@Test
	void writesPricesAsTheCountryDoes() {
		assertThat(country("CH").format()).isEqualTo(new LocalFormat("CHF", "left_space", ".", "'", 2, "cm", "kg"));
		assertThat(country("TN").format()).isEqualTo(new LocalFormat("TND", "left_space", ",", ".", 3, "cm", "kg"));
	}

	@Test
	void statesHaveOneNameAndACodeOnce() {
		assertThat(this.data.countries()).allSatisfy((country) -> {
			assertThat(country.states()).extracting(State::code).doesNotHaveDuplicates();
			assertThat(country.states()).extracting(State::name).allSatisfy((name) -> assertThat(name).isNotBlank());
		});
		assertThat(country("DE").states()).hasSize(16).contains(new State("DE-BY", "Bavaria"));
		assertThat(country("JP").states()).hasSize(47);
		assertThat(country("IT").states()).hasSize(107);
	}

	private Country country(String code) {
		return this.data.countries()
			.stream()
			.filter((country) -> country.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

}

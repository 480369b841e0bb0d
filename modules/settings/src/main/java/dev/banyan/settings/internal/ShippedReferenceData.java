package dev.banyan.settings.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.banyan.settings.ReferenceData;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

@Service
class ShippedReferenceData implements ReferenceData {

	private final List<Continent> continents = List.of(Resources.read("continents.json", Continent[].class));

	private final List<Currency> currencies = List.of(Resources.read("currencies.json", Currency[].class));

	private final List<Country> countries = Stream.of(Resources.read("countries.json", Entry[].class))
		.map(Entry::country)
		.toList();

	@Override
	public List<Continent> continents() {
		return this.continents;
	}

	@Override
	public List<Country> countries() {
		return this.countries;
	}

	@Override
	public List<Currency> currencies() {
		return this.currencies;
	}

	/**
	 * A country as it is shipped: what the JDK knows as well is left out.
	 */
	record Entry(String code, String name, String continent, @Nullable List<State> states,
			@Nullable LocalFormat format) {

		Country country() {
			return new Country(this.code, this.name, this.continent, (this.states != null) ? this.states : List.of(),
					(this.format != null) ? this.format : formatKnownToTheJdk(this.code));
		}

		private static LocalFormat formatKnownToTheJdk(String code) {
			java.util.Currency currency = java.util.Currency.getInstance(Locale.of("", code));
			return (currency != null)
					? new LocalFormat(currency.getCurrencyCode(), "left", ".", ",",
							Math.max(0, currency.getDefaultFractionDigits()), "cm", "kg")
					: new LocalFormat("USD", "left", ".", ",", 2, "cm", "kg");
		}

	}

}

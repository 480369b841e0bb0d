package dev.banyan.settings.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.banyan.settings.ReferenceData;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Facts reviewed by hand, since no library has them as the API's clients know them.
 * States: codes of ISO 3166-2 where the shops of this kind use them, English names; four
 * of five are those of Unicode's CLDR. Formats: CLDR's for the country's main language.
 * Both agree with the recorded answers and with what WooCommerce's published API tests
 * expect.
 */
@Service
class ShippedReferenceData implements ReferenceData {

	private final List<Continent> continents = List.of(Resources.read("continents.json", Continent[].class));

	private final List<Currency> currencies = List.of(Resources.read("currencies.json", Currency[].class));

	private final List<Country> countries;

	ShippedReferenceData() {
		Map<String, Map<String, String>> states = Resources.read("states.json", States.class);
		this.countries = Stream.of(Resources.read("countries.json", Entry[].class))
			.map((entry) -> entry.with(states.getOrDefault(entry.code(), Map.of())))
			.toList();
	}

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
	 * The states of a country, name by code.
	 */
	@SuppressWarnings("serial")
	static final class States extends LinkedHashMap<String, Map<String, String>> {

	}

	/**
	 * A country as it is shipped.
	 */
	record Entry(String code, String name, String continent, @Nullable LocalFormat format) {

		Country with(Map<String, String> states) {
			return new Country(this.code, this.name, this.continent,
					states.entrySet().stream().map((state) -> new State(state.getKey(), state.getValue())).toList(),
					this.format);
		}

	}

}

package dev.banyan.settings;

import java.util.List;

import dev.banyan.runtime.RepeatSafe;
import org.jspecify.annotations.Nullable;

/**
 * Continents, countries and currencies. They change with a release only.
 */
public interface ReferenceData {

	/**
	 * All continents by code.
	 * @return the continents
	 */
	@RepeatSafe
	List<Continent> continents();

	/**
	 * All countries by name.
	 * @return the countries
	 */
	@RepeatSafe
	List<Country> countries();

	/**
	 * All currencies by code.
	 * @return the currencies
	 */
	@RepeatSafe
	List<Currency> currencies();

	/**
	 * A continent.
	 *
	 * @param code two letters
	 * @param name its English name
	 */
	record Continent(String code, String name) {
	}

	/**
	 * A country.
	 *
	 * @param code ISO 3166, two letters
	 * @param name its English name
	 * @param continent code of its continent
	 * @param states its states; empty if an address there needs none
	 * @param format how prices and measures are written there; null where nobody lives
	 */
	record Country(String code, String name, String continent, List<State> states, @Nullable LocalFormat format) {
	}

	/**
	 * A state, province or region of a country.
	 *
	 * @param code its code within the country
	 * @param name its name
	 */
	record State(String code, String name) {
	}

	/**
	 * How prices and measures are written in a country.
	 *
	 * @param currency ISO 4217 code
	 * @param position where the symbol stands, {@code left}, {@code right},
	 * {@code left_space} or {@code right_space}
	 * @param decimalSeparator before the decimals
	 * @param thousandSeparator between thousands
	 * @param decimals how many decimals, 0 or more
	 * @param dimensionUnit for lengths
	 * @param weightUnit for weights
	 */
	record LocalFormat(String currency, String position, String decimalSeparator, String thousandSeparator,
			int decimals, String dimensionUnit, String weightUnit) {
	}

	/**
	 * A currency.
	 *
	 * @param code ISO 4217
	 * @param name its English name
	 * @param symbol its symbol, as HTML
	 */
	record Currency(String code, String name, String symbol) {
	}

}

package dev.banyan.settings.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.banyan.settings.ReferenceData.Country;

/**
 * What may be chosen in settings that take it from the reference data.
 */
final class Choices {

	private final Map<String, String> currencies = new LinkedHashMap<>();

	private final Map<String, String> countries = new LinkedHashMap<>();

	private final Map<String, String> places = new LinkedHashMap<>();

	Choices(ShippedReferenceData reference) {
		reference.currencies()
			.forEach((known) -> this.currencies.put(known.code(),
					known.name() + " (" + known.symbol() + ") — " + known.code()));
		for (Country country : reference.countries()) {
			this.countries.put(country.code(), country.name());
			if (country.states().isEmpty()) {
				this.places.put(country.code(), country.name());
			}
			country.states()
				.forEach((state) -> this.places.put(country.code() + ":" + state.code(),
						country.name() + " - " + state.name()));
		}
	}

	DeclaredOption offer(DeclaredOption option) {
		return switch (option.offers()) {
			case "currencies" -> option.choosing(this.currencies);
			case "places" -> option.choosing(this.places);
			case "countries" -> option.choosing(this.countries);
			case null, default -> option;
		};
	}

}

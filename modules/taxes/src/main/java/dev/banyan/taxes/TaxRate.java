package dev.banyan.taxes;

import java.math.BigDecimal;
import java.util.List;

/**
 * A tax rate.
 *
 * @param id the rate; 0 for one that is not stored yet
 * @param country ISO 3166-1 alpha-2 code in capitals, empty for every country
 * @param state the code of a state in capitals, empty for every state
 * @param percent the rate in percent, four decimals
 * @param name what customers see
 * @param priority only one rate of a priority applies
 * @param compound whether it is calculated on top of the others
 * @param shipping whether it applies to shipping
 * @param position rates with a lower one come first
 * @param taxClass the slug of its class, {@code standard} for the standard one
 * @param postcodes postcodes in capitals, with {@code *} as wildcard or {@code 1...9} as
 * range; empty for all
 * @param cities cities in capitals; empty for all
 */
public record TaxRate(long id, String country, String state, BigDecimal percent, String name, int priority,
		boolean compound, boolean shipping, int position, String taxClass, List<String> postcodes,
		List<String> cities) {

	/**
	 * The rate's code on orders.
	 * @return country, state, name and priority, without the empty ones, in capitals
	 */
	public String code() {
		String label = this.name.isEmpty() ? "Tax" : this.name;
		return java.util.stream.Stream.of(this.country, this.state, label, String.valueOf(Math.abs(this.priority)))
			.filter((part) -> !part.isEmpty())
			.collect(java.util.stream.Collectors.joining("-"))
			.toUpperCase(java.util.Locale.ROOT);
	}

}

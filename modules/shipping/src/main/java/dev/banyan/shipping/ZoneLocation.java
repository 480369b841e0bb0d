package dev.banyan.shipping;

/**
 * A place of a zone.
 *
 * @param type what the code means
 * @param code {@code US}, {@code US:CA}, {@code NA}, a postcode with {@code *} as
 * wildcard or a range {@code 1...9}
 */
public record ZoneLocation(Type type, String code) {

	/** What a code means. */
	public enum Type {

		/** A postcode, wildcard or range. */
		POSTCODE,
		/** A country and a state. */
		STATE,
		/** A country. */
		COUNTRY,
		/** A continent. */
		CONTINENT

	}

}

package dev.banyan.gateway.shadow;

/**
 * One way in which two answers differ.
 *
 * @param place where: {@code status}, {@code header <name>} or a path in the body such as
 * {@code $.line_items[].price}
 * @param kind how
 * @param home what the home said, shortened
 * @param candidate what the candidate said, shortened
 */
record Difference(String place, Kind kind, String home, String candidate) {

	/**
	 * Ways to differ.
	 */
	enum Kind {

		/** Another value of the same type. */
		VALUE,
		/** Another JSON type; {@code {}} and {@code []} are two. */
		TYPE,
		/** The candidate leaves it out. */
		MISSING,
		/** Only the candidate has it. */
		ADDED,
		/** The same items in another order. */
		ORDER,
		/** A list of another length. */
		LENGTH,
		/** Bodies that are no JSON. */
		BYTES,
		/** The candidate did not answer. */
		NO_ANSWER

	}

}

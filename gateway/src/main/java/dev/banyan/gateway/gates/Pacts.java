package dev.banyan.gateway.gates;

import java.util.List;
import java.util.Optional;

/**
 * What consumers expect, and what is known of its verification.
 */
interface Pacts {

	/** Nothing can be said, so the gate stays closed. */
	class Unreadable extends Exception {

		Unreadable(Object source, Throwable cause) {
			super(source + " cannot be read: " + cause.getMessage(), cause);
		}

		Unreadable(Object source, String why) {
			super(source + " cannot be read: " + why);
		}

	}

	/** What one consumer expects of a provider. */
	interface Pact {

		String consumer();

		/**
		 * Why it does not count as verified for a build of the provider.
		 * @return empty if it does
		 */
		Optional<String> doubt(String build) throws Unreadable;

	}

	/** Those with a provider. */
	List<Pact> of(String provider) throws Unreadable;

}

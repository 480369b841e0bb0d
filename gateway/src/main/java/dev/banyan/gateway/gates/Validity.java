package dev.banyan.gateway.gates;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How long a result counts.
 *
 * @param maxAge how old it may be
 * @param clock tells the time
 */
record Validity(Duration maxAge, Clock clock) {

	/**
	 * Why a result does not count any more.
	 * @param verified when it was verified, with a time zone, as ISO 8601 writes it
	 * @return empty if it counts
	 */
	Optional<String> doubt(String verified) {
		try {
			Duration age = Duration.between(ZonedDateTime.parse(verified).toInstant(), this.clock.instant());
			return (age.compareTo(this.maxAge) <= 0) ? Optional.empty()
					: Optional.of("the result is older than " + this.maxAge.toHours() + " hours");
		}
		catch (DateTimeException ex) {
			return Optional.of("the result has no date");
		}
	}

}

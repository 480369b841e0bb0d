package dev.banyan.shipping.internal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.banyan.shipping.QuoteRequest;
import dev.banyan.shipping.Zone;
import dev.banyan.shipping.ZoneLocation;
import dev.banyan.shipping.ZoneLocation.Type;

/**
 * Whether a zone covers an address: one of its regions, and one of its postcodes if it
 * has any.
 */
final class ZoneMatching {

	private ZoneMatching() {
	}

	static boolean covers(Zone zone, QuoteRequest address) {
		List<ZoneLocation> regions = zone.locations()
			.stream()
			.filter((location) -> location.type() != Type.POSTCODE)
			.toList();
		List<ZoneLocation> postcodes = zone.locations()
			.stream()
			.filter((location) -> location.type() == Type.POSTCODE)
			.toList();
		return (regions.isEmpty() || regions.stream().anyMatch((location) -> region(location, address)))
				&& (postcodes.isEmpty() || postcodes.stream()
					.anyMatch((location) -> postcode(location.code(), normalised(address.postcode()))));
	}

	private static boolean region(ZoneLocation location, QuoteRequest address) {
		String actual = switch (location.type()) {
			case STATE -> address.country() + ":" + address.state();
			case COUNTRY -> address.country();
			case CONTINENT -> address.continent();
			case POSTCODE -> "";
		};
		return location.code().equalsIgnoreCase(actual);
	}

	static boolean postcode(String pattern, String postcode) {
		int range = pattern.indexOf("...");
		if (range >= 0) {
			String from = normalised(pattern.substring(0, range));
			String to = normalised(pattern.substring(range + 3));
			return List.of(from, to, postcode).stream().allMatch((text) -> text.matches("\\d{1,20}"))
					&& new BigInteger(from).compareTo(new BigInteger(postcode)) <= 0
					&& new BigInteger(postcode).compareTo(new BigInteger(to)) <= 0;
		}
		return postcode.matches(Arrays.stream(normalised(pattern).split("\\*", -1))
			.map(Pattern::quote)
			.collect(Collectors.joining(".*")));
	}

	private static String normalised(String postcode) {
		return postcode.replaceAll("[\\s\\-]", "").toUpperCase(Locale.ROOT);
	}

}

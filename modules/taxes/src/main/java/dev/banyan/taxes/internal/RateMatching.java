package dev.banyan.taxes.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.banyan.taxes.TaxAddress;
import dev.banyan.taxes.TaxRate;

/**
 * Chooses the rates of an address.
 */
final class RateMatching {

	private static final Comparator<TaxRate> MOST_SPECIFIC_FIRST = Comparator.comparingInt(TaxRate::priority)
		.thenComparing((rate) -> rate.country().isEmpty())
		.thenComparing((rate) -> rate.state().isEmpty())
		.thenComparing((rate) -> rate.postcodes().isEmpty())
		.thenComparing((rate) -> rate.cities().isEmpty())
		.thenComparingInt(TaxRate::position)
		.thenComparingLong(TaxRate::id);

	private RateMatching() {
	}

	/**
	 * The rates that apply, in the order in which they do.
	 * @param rates the rates of one tax class
	 * @param address where something is taxed
	 * @return at most one rate of each priority
	 */
	static List<TaxRate> matching(List<TaxRate> rates, TaxAddress address) {
		if (address.country().isEmpty()) {
			return List.of();
		}
		Set<Integer> taken = new HashSet<>();
		List<TaxRate> matching = new ArrayList<>();
		rates.stream().filter((rate) -> covers(rate, address)).sorted(MOST_SPECIFIC_FIRST).forEach((rate) -> {
			if (taken.add(rate.priority())) {
				matching.add(rate);
			}
		});
		return matching;
	}

	private static boolean covers(TaxRate rate, TaxAddress address) {
		String postcode = normalised(address.postcode());
		String city = address.city().strip().toUpperCase(Locale.ROOT);
		return anyOr(rate.country(), address.country()) && anyOr(rate.state(), address.state())
				&& (rate.postcodes().isEmpty()
						|| rate.postcodes().stream().anyMatch((pattern) -> matches(pattern, postcode)))
				&& (rate.cities().isEmpty() || rate.cities().contains(city));
	}

	private static boolean anyOr(String wanted, String actual) {
		return wanted.isEmpty() || wanted.equalsIgnoreCase(actual);
	}

	static boolean matches(String pattern, String postcode) {
		int range = pattern.indexOf("...");
		if (range >= 0) {
			return inRange(normalised(pattern.substring(0, range)), normalised(pattern.substring(range + 3)), postcode);
		}
		if (pattern.contains("*")) {
			String expression = java.util.Arrays.stream(normalised(pattern).split("\\*", -1))
				.map(Pattern::quote)
				.collect(Collectors.joining(".*"));
			return postcode.matches(expression);
		}
		return normalised(pattern).equals(postcode);
	}

	private static boolean inRange(String from, String to, String postcode) {
		if (!isNumber(from) || !isNumber(to) || !isNumber(postcode)) {
			return from.compareTo(postcode) <= 0 && postcode.compareTo(to) <= 0 && postcode.length() == from.length();
		}
		BigInteger number = new BigInteger(postcode);
		return new BigInteger(from).compareTo(number) <= 0 && number.compareTo(new BigInteger(to)) <= 0;
	}

	private static boolean isNumber(String text) {
		return text.matches("\\d{1,20}");
	}

	private static String normalised(String postcode) {
		return postcode.replaceAll("[\\s\\-]", "").toUpperCase(Locale.ROOT);
	}

}

package dev.banyan.testing.pacts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process did not become ready.
 */
@SuppressWarnings("serial")
final class DidNotStart extends IllegalStateException {

	/** Spring Boot's own words, where it knows the failure. */
	private static final Pattern DESCRIBED = Pattern.compile("Description:\\R\\R(.+?)\\R\\RAction:", Pattern.DOTALL);

	private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.+)$");

	private final String reason;

	DidNotStart(String log) {
		super("It did not become ready:\n" + log);
		this.reason = reason(log);
	}

	/** Why, without the rest of the log. */
	String reason() {
		return this.reason;
	}

	/** As it was described, or the innermost cause, or what was said last. */
	static String reason(String log) {
		Matcher described = DESCRIBED.matcher(log);
		return described.find() ? described.group(1).strip() : CAUSE.matcher(log)
			.results()
			.map((cause) -> cause.group(1))
			.reduce((outer, inner) -> inner)
			.orElseGet(() -> log.lines().filter((line) -> !line.isBlank()).reduce((one, later) -> later).orElse("-"));
	}

}

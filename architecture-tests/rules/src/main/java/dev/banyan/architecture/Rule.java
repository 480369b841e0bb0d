package dev.banyan.architecture;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A boundary rule.
 */
public interface Rule {

	/**
	 * A short name.
	 * @return lower case, with hyphens
	 */
	String name();

	/**
	 * What holds.
	 * @return a sentence
	 */
	String sentence();

	/**
	 * Why it has to hold.
	 * @return the reason
	 */
	String because();

	/**
	 * What to do instead of breaking it.
	 * @return the advice
	 */
	String instead();

	/**
	 * Looks for places that break the rule.
	 * @param code where to look
	 * @return the places, in the order of their files and lines
	 */
	List<Violation> violations(CodeBase code);

	/**
	 * Fails if the rule is broken.
	 * @param code where to look
	 * @throws AssertionError naming the rule, each place, the reason and what to do
	 */
	default void check(CodeBase code) {
		List<Violation> violations = violations(code);
		if (!violations.isEmpty()) {
			throw new AssertionError(explain(violations));
		}
	}

	/**
	 * Words for places that break the rule.
	 * @param violations the places
	 * @return several lines
	 */
	default String explain(List<Violation> violations) {
		String places = violations.stream()
			.map((violation) -> "  " + violation.place() + "\n    " + violation.what())
			.collect(Collectors.joining("\n"));
		return "%s: %s%n%s%n  Because %s.%n  Instead: %s.".formatted(name(), sentence(), places, because(), instead());
	}

}

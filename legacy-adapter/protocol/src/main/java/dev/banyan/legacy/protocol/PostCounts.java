package dev.banyan.legacy.protocol;

import java.util.Map;

/**
 * How many posts of each type a WordPress would keep for what is served here; the system
 * status shows them.
 */
@FunctionalInterface
public interface PostCounts {

	/**
	 * Counts them now.
	 * @return the count by WordPress's name of the type, for example {@code product}
	 */
	Map<String, Long> byType();

}

package dev.banyan.gateway.proxy;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The headers that concern one connection only.
 */
final class HopByHop {

	/** The gateway says itself that it waits for no 100. */
	private static final Set<String> ALWAYS = ignoringCase("connection", "keep-alive", "te", "trailer",
			"transfer-encoding", "upgrade", "proxy-connection", "expect");

	private HopByHop() {
	}

	/**
	 * Those of one message.
	 * @param connection its Connection header, which may name more of them
	 */
	static Set<String> of(@Nullable String connection) {
		if (connection == null || ALWAYS.contains(connection) || connection.equalsIgnoreCase("close")) {
			return ALWAYS;
		}
		Set<String> more = ignoringCase(connection.split("\\s*,\\s*"));
		more.addAll(ALWAYS);
		return more;
	}

	static Set<String> ignoringCase(String... names) {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(java.util.Arrays.asList(names));
		return set;
	}

}

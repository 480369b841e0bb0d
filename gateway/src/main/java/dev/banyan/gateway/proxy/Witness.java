package dev.banyan.gateway.proxy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * Is shown the answer that a client got, after the client has it.
 */
@FunctionalInterface
public interface Witness {

	/** A longer body is not kept for the witness. */
	int LONGEST_BODY = 256 * 1024;

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param headers its headers, names in lower case
	 * @param body its body; null if it was longer than {@link #LONGEST_BODY}
	 */
	record Seen(int status, Map<String, List<String>> headers, byte @Nullable [] body) {

		/**
		 * An answer as it came.
		 * @param status its status
		 * @param headers its headers
		 * @param body its body, or null
		 * @return the answer
		 */
		public static Seen of(int status, Header[] headers, byte @Nullable [] body) {
			Map<String, List<String>> map = new TreeMap<>();
			for (Header header : headers) {
				map.merge(header.getName().toLowerCase(java.util.Locale.ROOT), List.of(header.getValue()),
						(some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList());
			}
			return new Seen(status, map, body);
		}

	}

	/**
	 * Shows the answer; must not block.
	 * @param seen the answer
	 */
	void answered(Seen seen);

	/**
	 * Lets a witness see the answer to a request.
	 * @param request the request
	 * @param witness the witness
	 */
	static void watch(HttpServletRequest request, Witness witness) {
		request.setAttribute(Witness.class.getName(), witness);
	}

	/**
	 * The witness of a request.
	 * @param request the request
	 * @return null if nobody watches
	 */
	static @Nullable Witness of(HttpServletRequest request) {
		return (request.getAttribute(Witness.class.getName()) instanceof Witness witness) ? witness : null;
	}

}

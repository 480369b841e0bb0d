package dev.banyan.runtime.edge;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the gateway answers itself because no home could.
 *
 * @param status the HTTP status
 * @param kind what happened
 * @param detail a sentence for a person, without internals
 * @param retryAfter when to try again, whole seconds; null if a retry is no help
 */
public record EdgeFailure(int status, Kind kind, String detail, @Nullable Duration retryAfter) {

	/**
	 * What can happen at the edge.
	 */
	public enum Kind {

		/** No home serves the path. */
		UNKNOWN_ROUTE,
		/** The home does not answer; it did not see the request or may have. */
		HOME_UNAVAILABLE,
		/** The home did not answer in time. */
		HOME_TIMEOUT,
		/** The body is over the limit. */
		BODY_TOO_LARGE,
		/** The client did not send the whole body. */
		BODY_BROKEN_OFF,
		/** What was sent is no request that HTTP knows. */
		UNREADABLE

	}

}

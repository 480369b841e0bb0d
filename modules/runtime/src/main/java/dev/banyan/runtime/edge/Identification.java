package dev.banyan.runtime.edge;

import dev.banyan.runtime.caller.Caller;

/**
 * Turns the credentials of a request into a caller. It refuses nothing itself: wrong
 * credentials become a caller that the face refuses.
 */
@FunctionalInterface
public interface Identification {

	/**
	 * Identifies the caller of a request.
	 * @param request the request
	 * @return the caller, never null
	 */
	Caller identify(EdgeRequest request);

}

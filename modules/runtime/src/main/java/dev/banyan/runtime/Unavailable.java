package dev.banyan.runtime;

/**
 * A module could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key. Every module with a remote side has a subtype of its own.
 */
public abstract class Unavailable extends RuntimeException {

	/**
	 * Names what is unavailable.
	 * @param message what could not be reached
	 * @param cause why
	 */
	protected Unavailable(String message, Throwable cause) {
		super(message, cause);
	}

}

package dev.banyan.runtime;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

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

	/**
	 * Whether a failure passes by itself: something could not be reached, or the database
	 * had no connection or no lock in time. A repeated call may succeed.
	 * @param failure the failure
	 * @return true if so
	 */
	public static boolean isPassing(RuntimeException failure) {
		return failure instanceof Unavailable || failure instanceof TransactionException
				|| failure instanceof TransientDataAccessException
				|| failure instanceof DataAccessResourceFailureException;
	}

}

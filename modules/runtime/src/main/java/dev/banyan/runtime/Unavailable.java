package dev.banyan.runtime;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

import org.springframework.core.NestedExceptionUtils;
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
				|| failure instanceof DataAccessResourceFailureException || isPassing(root(failure));
	}

	private static Throwable root(RuntimeException failure) {
		return NestedExceptionUtils.getMostSpecificCause(failure);
	}

	/** At a commit, Hibernate tells it in its own words. */
	private static boolean isPassing(Throwable root) {
		return root instanceof SQLTransientException || root instanceof SQLRecoverableException
				|| root instanceof SQLNonTransientConnectionException;
	}

}

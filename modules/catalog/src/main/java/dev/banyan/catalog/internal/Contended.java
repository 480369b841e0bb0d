package dev.banyan.catalog.internal;

import java.util.function.Consumer;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A transaction that others contend with for the same rows: products and the terms that
 * they are filed under are often removed at the same time, in any order.
 */
public final class Contended {

	private static final int ATTEMPTS = 8;

	private Contended() {
	}

	/**
	 * Runs it, and again if it lost against another one.
	 * @param transactions begins it
	 * @param step what is done in it, without effect outside the store
	 */
	public static void run(TransactionOperations transactions, Consumer<TransactionStatus> step) {
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			try {
				transactions.executeWithoutResult(step);
				return;
			}
			catch (ConcurrencyFailureException ex) {
				// Who won is done soon.
			}
		}
		transactions.executeWithoutResult(step);
	}

}

package dev.banyan.inventory.internal;

import java.util.Objects;
import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a repeat-safe step in a transaction of its own, and again if another process was
 * faster with the same key.
 */
@Component
class RepeatSafeTransactions {

	private static final int ATTEMPTS = 5;

	private final TransactionTemplate transaction;

	RepeatSafeTransactions(PlatformTransactionManager transactionManager) {
		this.transaction = new TransactionTemplate(transactionManager);
	}

	<T> T run(Supplier<T> step) {
		for (int attempt = 1;; attempt++) {
			try {
				return Objects.requireNonNull(this.transaction.execute((status) -> step.get()));
			}
			catch (DataIntegrityViolationException | PessimisticLockingFailureException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

}

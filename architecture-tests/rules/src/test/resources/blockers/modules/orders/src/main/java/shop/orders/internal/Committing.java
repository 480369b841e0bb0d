package shop.orders.internal;

import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import shop.orders.OrderPlaced;
import shop.stock.Stock;

class Committing {

	private final Stock stock;

	private final PlatformTransactionManager transactions;

	Committing(Stock stock, PlatformTransactionManager transactions) {
		this.stock = stock;
		this.transactions = transactions;
	}

	@Transactional
	void each(List<Long> ids) {
		ids.forEach((id) -> this.stock.level(id)); // blocker: a seam in a loop within a transaction
	}

	int byHand() {
		TransactionStatus status = this.transactions.getTransaction(new DefaultTransactionDefinition());
		int level = this.stock.level(1); // blocker: a transaction by hand
		this.transactions.commit(status);
		return level;
	}

	Integer anonymous() {
		return new TransactionTemplate(this.transactions).execute(new TransactionCallback<Integer>() {
			@Override
			public Integer doInTransaction(TransactionStatus status) {
				return Committing.this.stock.level(2); // blocker: an anonymous class in a transaction
			}
		});
	}

	Integer referenced() {
		return new TransactionTemplate(this.transactions).execute(this::step);
	}

	private Integer step(TransactionStatus status) {
		return this.stock.level(3); // blocker: a method by reference in a transaction
	}

	@Transactional
	void beforeCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				Committing.this.stock.level(4); // blocker: before a commit
			}
		});
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	void afterwards(OrderPlaced event) {
		this.stock.level(5); // blocker: a listener with a transaction of its own
	}

	@Transactional
	int nested() throws Exception {
		Callable<Integer> call = () -> inner(() -> this.stock.level(6)); // blocker: a lambda within a lambda
		return call.call();
	}

	private int inner(Callable<Integer> call) throws Exception {
		return call.call();
	}

	@Transactional
	@SuppressWarnings("unused")
	int guarded(boolean sure) {
		try {
			return sure ? 1 : 0;
		}
		finally {
			this.stock.take("key", 1, 1); // blocker: a seam in a finally
		}
	}

	int supports() {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition(
				TransactionDefinition.PROPAGATION_REQUIRED);
		return definition.getTimeout() + this.stock.level(7); // clean: a definition is no transaction
	}

	@Transactional(propagation = Propagation.NEVER)
	int never() {
		return this.stock.level(8); // clean: outside of any transaction
	}

}

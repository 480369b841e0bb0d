package shop.orders.internal;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import shop.stock.Stock;

class ByHand {

	private final Stock stock;

	ByHand(Stock stock) {
		this.stock = stock;
	}

	int begun(PlatformTransactionManager transactions) {
		TransactionStatus status = transactions.getTransaction(null);
		int level = this.stock.level(1); // VIOLATION begun by hand
		transactions.commit(status);
		return level;
	}

	Integer kept(TransactionTemplate transaction) {
		TransactionCallback<Integer> step = (status) -> this.stock.level(2); // VIOLATION a lambda in a variable
		return transaction.execute(step);
	}

	Integer anonymous(TransactionTemplate transaction) {
		return transaction.execute(new TransactionCallback<Integer>() {
			@Override
			public Integer doInTransaction(TransactionStatus status) {
				return ByHand.this.stock.level(3); // VIOLATION an anonymous class
			}
		});
	}

	Integer reference(TransactionTemplate transaction) {
		return transaction.execute(this::step);
	}

	private Integer step(TransactionStatus status) {
		return this.stock.level(4); // VIOLATION a reference to a method
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void before(String event) {
		this.stock.level(5); // VIOLATION before the commit
	}

}

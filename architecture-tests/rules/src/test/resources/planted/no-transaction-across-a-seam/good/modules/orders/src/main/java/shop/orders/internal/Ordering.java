package shop.orders.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import shop.stock.Stock;

class Ordering {

	private final Stock stock;

	private final TransactionTemplate transaction;

	Ordering(Stock stock, TransactionTemplate transaction) {
		this.stock = stock;
		this.transaction = transaction;
	}

	Integer before() {
		int level = this.stock.level(1);
		return this.transaction.execute((status) -> level + 1);
	}

	void after() {
		this.transaction.executeWithoutResult((status) -> later());
		this.stock.level(2);
	}

	@Async
	void later() {
		this.stock.level(3);
	}

	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	int outside() {
		return this.stock.level(4);
	}

}

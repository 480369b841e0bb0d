package shop.orders.internal;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import shop.orders.OrderPlaced;
import shop.stock.Stock;

class Held {

	private Stock stock;

	private final ObjectProvider<Stock> later;

	private final TransactionOperations transactions;

	private final Port port;

	private final TransactionCallback<Integer> callback = (status) -> this.stock.level(1); // blocker: a step kept in a field

	Held(Stock stock, ObjectProvider<Stock> later, TransactionOperations transactions, Port port) {
		this.stock = stock;
		this.later = later;
		this.transactions = transactions;
		this.port = port;
	}

	Integer field() {
		return this.transactions.execute(this.callback);
	}

	Integer variable() {
		TransactionCallback<Integer> step = (status) -> this.stock.level(2); // blocker: a step kept in a variable
		return this.transactions.execute(step);
	}

	@Transactional
	int provided() {
		return this.later.getObject().level(3); // blocker: a seam that is provided, within a transaction
	}

	@Transactional
	Optional<Integer> mapped(Optional<Long> id) {
		return id.map(this.stock::level); // blocker: a reference within a transaction
	}

	@Transactional(readOnly = true)
	int reading() {
		return this.port.level();
	}

	@Transactional
	void afterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Held.this.stock.level(4); // clean: after the commit
			}
		});
	}

	@TransactionalEventListener
	void committed(OrderPlaced event) {
		this.stock.level(5); // clean: after the commit
	}

	@EventListener
	@Transactional
	void atOnce(OrderPlaced event) {
		this.stock.level(6); // blocker: a listener within a transaction
	}

	int outside(Executor executor) {
		this.transactions.executeWithoutResult((status) -> status.flush());
		Supplier<Integer> supplier = () -> this.stock.level(7); // clean: nobody hands it to a transaction
		executor.execute(supplier::get);
		return this.stock.level(8); // clean: after the transaction
	}

	interface Port {

		int level();

	}

	static class StockPort implements Port {

		private final Stock stock;

		StockPort(Stock stock) {
			this.stock = stock;
		}

		@Override
		public int level() {
			return this.stock.level(9); // blocker: a seam behind an own interface, within a transaction
		}

	}

	abstract static class Step {

		@Transactional
		int run() {
			return before() + 1;
		}

		abstract int before();

	}

	static class StockStep extends Step {

		private final Stock stock;

		StockStep(Stock stock) {
			this.stock = stock;
		}

		@Override
		int before() {
			return this.stock.level(10); // blocker: a seam in what a superclass calls in its transaction
		}

	}

}

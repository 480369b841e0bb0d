package shop.orders.internal;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import shop.orders.Orders;
import shop.runtime.InTransaction;
import shop.stock.Amount;
import shop.stock.Stock;

class Ordering implements Orders {

	private final Stock stock;

	private final TransactionTemplate transaction;

	private final Steps steps;

	Ordering(Stock stock, TransactionTemplate transaction, Steps steps) {
		this.stock = stock;
		this.transaction = transaction;
		this.steps = steps;
	}

	@Override
	@Transactional
	public long place(String key, long productId) {
		this.stock.take(key, productId, 1); // blocker: a seam in a transaction
		return remembered(productId);
	}

	private long remembered(long productId) {
		return this.stock.level(productId); // blocker: a seam in a private method within a transaction
	}

	@InTransaction
	void byOwnAnnotation() {
		this.stock.level(1); // blocker: a seam in a transaction by an annotation of its own
	}

	@Transactional
	List<Integer> reference(List<Long> ids) {
		return ids.stream().map(this.stock::level).toList(); // blocker: a reference to a seam in a transaction
	}

	Integer template() {
		return this.transaction.execute((status) -> this.stock.level(2)); // blocker: a seam in a template
	}

	void templateInLines() {
		this.transaction.executeWithoutResult((status) -> {
			int before = 1;
			this.stock.take("a", 1, before); // blocker: a seam in a template of several lines
		});
	}

	int kept() {
		Supplier<Integer> step = () -> this.stock.level(3); // blocker: a step that is kept, then run in a transaction
		String name = String.valueOf(1);
		return within(step, name);
	}

	private <T> T within(Supplier<T> step, String name) {
		return this.transaction.execute((status) -> step.get());
	}

	@Transactional
	int elsewhere() {
		return this.steps.first();
	}

	int before() {
		int level = this.stock.level(4); // clean: before the transaction
		return this.transaction.execute((status) -> level + 1);
	}

	void after() {
		this.transaction.executeWithoutResult((status) -> this.steps.toString());
		this.stock.take("b", 1, 1); // clean: after the transaction
	}

	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	int without() {
		return this.stock.level(5); // clean: outside of any transaction
	}

	@Transactional
	int value(Amount amount) {
		return amount.count(); // clean: data, no seam
	}

	@Transactional
	String normal() {
		return Stock.normal(" a "); // clean: computes, and calls nobody
	}

}

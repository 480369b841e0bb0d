package shop.orders.internal;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import shop.stock.Stock;

class Ordering {

	private final Stock stock;

	private final TransactionTemplate transaction;

	private final Pricing pricing;

	Ordering(Stock stock, TransactionTemplate transaction, Pricing pricing) {
		this.stock = stock;
		this.transaction = transaction;
		this.pricing = pricing;
	}

	@Transactional
	int annotated() {
		return this.stock.level(1); // VIOLATION a call
	}

	@Transactional
	int deeper() {
		return helper() + this.pricing.price();
	}

	private int helper() {
		return this.stock.level(2); // VIOLATION through a private method
	}

	@Transactional
	int all(List<Long> ids) {
		return ids.stream().mapToInt((id) -> this.stock.level(id)).sum(); // VIOLATION in a lambda
	}

	Integer template() {
		return this.transaction.execute((status) -> this.stock.level(3)); // VIOLATION in a template
	}

	void templateWithoutResult() {
		this.transaction.executeWithoutResult((status) -> this.stock.level(4)); // VIOLATION in a template
	}

	int handedOn() {
		return inTransaction(() -> this.stock.level(5)); // VIOLATION handed on to a template
	}

	private <T> T inTransaction(Supplier<T> step) {
		return this.transaction.execute((status) -> step.get());
	}

}

package shop.orders.internal;

import org.springframework.transaction.annotation.Transactional;

import shop.stock.Stock;

@Transactional
class Whole {

	protected final Stock stock;

	Whole(Stock stock) {
		this.stock = stock;
	}

	int level() {
		return this.stock.level(1); // blocker: a seam in a class of transactions
	}

}

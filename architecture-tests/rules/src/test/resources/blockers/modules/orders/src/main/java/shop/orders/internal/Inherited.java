package shop.orders.internal;

import shop.stock.Stock;

class Inherited extends Whole {

	Inherited(Stock stock) {
		super(stock);
	}

	int more() {
		return this.stock.level(2); // blocker: a seam in a class that inherits its transactions
	}

}

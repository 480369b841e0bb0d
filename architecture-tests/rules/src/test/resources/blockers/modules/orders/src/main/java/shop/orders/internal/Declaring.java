package shop.orders.internal;

import shop.stock.Stock;

class Declaring implements Declared {

	private final Stock stock;

	Declaring(Stock stock) {
		this.stock = stock;
	}

	@Override
	public int run() {
		return this.stock.level(1); // blocker: a transaction that the interface asks for
	}

}

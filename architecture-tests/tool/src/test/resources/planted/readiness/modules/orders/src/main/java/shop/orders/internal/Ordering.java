package shop.orders.internal;

import shop.orders.Orders;
import shop.stock.Stock;

class Ordering implements Orders {

	static int mistakes;

	private final Stock stock;

	Ordering(Stock stock) {
		this.stock = stock;
	}

	@Override
	public int open() {
		return this.stock.level(1);
	}

}

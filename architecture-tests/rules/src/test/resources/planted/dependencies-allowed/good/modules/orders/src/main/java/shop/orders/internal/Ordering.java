package shop.orders.internal;

import shop.stock.Stock;

class Ordering {

	int level(Stock stock) {
		return stock.level(1);
	}

}

package planted.transaction.good.orders.internal;

import planted.transaction.good.stock.Stock;

class Ordering {

	int place(Stock stock) {
		return stock.level(1);
	}

}

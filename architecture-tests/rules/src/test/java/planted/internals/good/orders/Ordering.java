package planted.internals.good.orders;

import planted.internals.good.stock.Stock;

class Ordering {

	int level(Stock stock) {
		return stock.level(1);
	}

}

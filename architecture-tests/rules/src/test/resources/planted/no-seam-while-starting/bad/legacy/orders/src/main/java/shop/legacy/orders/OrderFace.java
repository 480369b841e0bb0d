package shop.legacy.orders;

import shop.stock.Stock;

class OrderFace {

	private final int level;

	OrderFace(Stock stock) {
		this.level = stock.level(1); // VIOLATION a face
	}

}

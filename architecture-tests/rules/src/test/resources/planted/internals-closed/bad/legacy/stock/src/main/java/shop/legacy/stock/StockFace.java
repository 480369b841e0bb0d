package shop.legacy.stock;

import shop.stock.internal.Shelf;

class StockFace {

	int level(Object shelf) {
		return ((Shelf) shelf).level(); // VIOLATION also an adapter
	}

}

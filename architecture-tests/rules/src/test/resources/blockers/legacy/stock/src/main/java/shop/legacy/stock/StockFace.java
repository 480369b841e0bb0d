package shop.legacy.stock;

import shop.stock.Stock;
import shop.stock.internal.Shelf;

public class StockFace {

	int level(Stock stock) { // clean: an adapter through the API
		return stock.level(1);
	}

	int shelf(Shelf shelf) { // blocker: an adapter that reaches in
		return shelf.level(1); // blocker: an adapter that reaches in
	}

}

package shop.runtime;

import shop.stock.Stock;

class Peeking {

	int level(Stock stock) { // blocker: the technical module knows a business module
		return stock.level(1); // blocker: the technical module knows a business module
	}

}

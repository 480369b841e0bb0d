package shop.stock.internal;

class Shelf {

	int level() {
		return 1;
	}

}

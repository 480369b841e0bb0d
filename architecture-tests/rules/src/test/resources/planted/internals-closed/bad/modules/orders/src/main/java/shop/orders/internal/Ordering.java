package shop.orders.internal;

import shop.stock.internal.Shelf;

class Ordering {

	Object shelf() {
		return new Shelf(); // VIOLATION a constructor
	}

	int size() {
		return Shelf.SIZE; // VIOLATION a constant
	}

	boolean known(Object shelf) {
		return shelf instanceof Shelf; // VIOLATION a comparison
	}

}

package shop.stock.internal;

import shop.orders.Orders;

class Shelf {

	private final Orders[] orders; // VIOLATION the type of a field

	Shelf(Orders... orders) { // VIOLATION the type of a parameter
		this.orders = orders;
	}

	int open() {
		return this.orders[0].open(); // VIOLATION a call
	}

}

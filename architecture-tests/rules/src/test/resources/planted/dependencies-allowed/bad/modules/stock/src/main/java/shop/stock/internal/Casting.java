package shop.stock.internal;

import shop.orders.Orders;

class Casting {

	Object orders(Object one) {
		return (Orders) one; // VIOLATION a cast
	}

}

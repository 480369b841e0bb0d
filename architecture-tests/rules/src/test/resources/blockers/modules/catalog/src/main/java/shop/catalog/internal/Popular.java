package shop.catalog.internal;

import shop.orders.Orders;

class Popular {

	private final Orders orders; // blocker: a module that is not declared, and a cycle

	Popular(Orders orders) { // blocker: a module that is not declared, and a cycle
		this.orders = orders;
	}

}

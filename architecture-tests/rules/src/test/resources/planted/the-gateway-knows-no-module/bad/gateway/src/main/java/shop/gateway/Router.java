package shop.gateway;

import shop.orders.Orders;

public class Router {

	int weight(Object orders) {
		return ((Orders) orders).open(); // VIOLATION
	}

}

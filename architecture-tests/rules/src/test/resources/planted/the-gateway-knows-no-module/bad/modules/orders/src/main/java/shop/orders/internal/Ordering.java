package shop.orders.internal;

import shop.gateway.Router;

class Ordering {

	Object router() {
		return new Router(); // VIOLATION
	}

}

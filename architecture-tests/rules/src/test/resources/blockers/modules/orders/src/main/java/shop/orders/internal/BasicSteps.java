package shop.orders.internal;

import shop.catalog.Products;

abstract class BasicSteps {

	int second() {
		return products().title(2).length(); // blocker: a seam in a superclass within a transaction
	}

	abstract Products products();

}

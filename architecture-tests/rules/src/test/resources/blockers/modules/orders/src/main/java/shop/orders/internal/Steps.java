package shop.orders.internal;

import shop.catalog.Products;

class Steps extends BasicSteps {

	private final Products products;

	Steps(Products products) {
		this.products = products;
	}

	int first() {
		return second() + this.products.title(1).length(); // blocker: a seam in another class within a transaction
	}

	@Override
	Products products() {
		return this.products;
	}

}

package shop.orders.internal;

import shop.stock.Stock;

class TieredPricing implements Pricing {

	private final Stock stock;

	TieredPricing(Stock stock) {
		this.stock = stock;
	}

	@Override
	public int price() {
		return this.stock.level(6); // VIOLATION through an interface
	}

}

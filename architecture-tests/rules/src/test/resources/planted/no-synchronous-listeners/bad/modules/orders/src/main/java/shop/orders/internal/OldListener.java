package shop.orders.internal;

import org.springframework.context.ApplicationListener;

import shop.stock.StockCounted;

class OldListener implements ApplicationListener<StockCounted> {

	@Override
	public void onApplicationEvent(StockCounted event) { // VIOLATION by interface
		System.out.println(event);
	}

}

package shop.orders.internal;

import org.springframework.context.event.EventListener;

import shop.stock.ItemAdded;

class StockListener {

	@EventListener
	void on(ItemAdded event) {
	}

}

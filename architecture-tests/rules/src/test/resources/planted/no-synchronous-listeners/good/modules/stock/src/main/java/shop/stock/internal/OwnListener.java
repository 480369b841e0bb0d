package shop.stock.internal;

import org.springframework.context.event.EventListener;

import shop.stock.StockChanged;

class OwnListener {

	@EventListener
	void on(StockChanged event) {
	}

}

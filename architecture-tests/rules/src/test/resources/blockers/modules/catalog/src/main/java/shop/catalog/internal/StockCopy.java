package shop.catalog.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.stock.Stock;
import shop.stock.StockChanged;

class StockCopy {

	private final Stock stock; // clean: a declared module's API

	StockCopy(Stock stock) {
		this.stock = stock;
	}

	@Async
	@TransactionalEventListener
	void on(StockChanged event) { // clean: in its own time
		this.stock.level(event.itemId()); // clean: no transaction
	}

}

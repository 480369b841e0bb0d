package shop.billing.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.stock.StockRanOut;

@Async
class AsyncListener {

	@TransactionalEventListener
	void on(StockRanOut event) { // clean: its whole class runs elsewhere
	}

}

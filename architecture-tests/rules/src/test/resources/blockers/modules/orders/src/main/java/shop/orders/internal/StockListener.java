package shop.orders.internal;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.runtime.AtOnce;
import shop.stock.StockChanged;
import shop.stock.StockRanOut;

class StockListener {

	@EventListener
	void on(StockChanged event) { // blocker: a synchronous listener
	}

	@EventListener(StockRanOut.class)
	void ranOut() { // blocker: a synchronous listener that takes no event
	}

	@EventListener
	void wrapped(PayloadApplicationEvent<StockChanged> event) { // blocker: a synchronous listener to an envelope
	}

	@AtOnce
	void atOnce(StockChanged event) { // blocker: a synchronous listener by an annotation of its own
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void before(StockChanged event) { // blocker: a listener in the publisher's transaction
	}

	@TransactionalEventListener
	void after(StockRanOut event) { // blocker: a listener in the publisher's thread
	}

	@Async
	@TransactionalEventListener
	void later(StockChanged event) { // clean: in its own time
	}

	@EventListener
	void own(String event) { // clean: not another module's
	}

}

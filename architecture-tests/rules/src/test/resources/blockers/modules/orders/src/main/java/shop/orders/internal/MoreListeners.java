package shop.orders.internal;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

import shop.orders.OrderPlaced;
import shop.stock.StockChanged;
import shop.stock.StockRanOut;

class MoreListeners implements ApplicationListener<PayloadApplicationEvent<StockChanged>> {

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<StockChanged> event) { // blocker: a listener by an interface
	}

	@EventListener({ StockChanged.class, StockRanOut.class })
	void both(Object event) { // blocker: a synchronous listener to two
	}

	@TransactionalEventListener(classes = StockRanOut.class)
	void named(Object event) { // blocker: a listener that names its event, in the publisher's thread
	}

	@Async
	@TransactionalEventListener
	void later(StockChanged event) { // clean: after the transaction, in another thread
	}

	@EventListener
	void own(OrderPlaced event) { // clean: its own module's event
	}

}

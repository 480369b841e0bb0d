package shop.stock.internal;

import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;

import shop.stock.StockChanged;

class Counting {

	void counted(ApplicationEventPublisher events) {
		events.publishEvent(new StockChanged(UUID.randomUUID(), Instant.now(), 1));
	}

}

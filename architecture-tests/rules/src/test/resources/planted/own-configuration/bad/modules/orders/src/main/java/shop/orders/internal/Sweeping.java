package shop.orders.internal;

import org.springframework.scheduling.annotation.Scheduled;

class Sweeping {

	@Scheduled(fixedDelayString = "${shop.stock.expiry:10s}") // VIOLATION an annotation
	void sweep() {
	}

}

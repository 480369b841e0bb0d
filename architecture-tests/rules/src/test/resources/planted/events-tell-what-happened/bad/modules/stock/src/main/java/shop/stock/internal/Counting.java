package shop.stock.internal;

import org.springframework.context.ApplicationEventPublisher;

class Counting {

	private final ApplicationEventPublisher events;

	Counting(ApplicationEventPublisher events) {
		this.events = events;
	}

	void counted(Item item) {
		this.events.publishEvent(item); // VIOLATION an entity
	}

	void made() {
		this.events.publishEvent(new Item()); // VIOLATION a new entity
	}

	void found() {
		this.events.publishEvent(item()); // VIOLATION the result of a call
	}

	private Item item() {
		return new Item();
	}

}

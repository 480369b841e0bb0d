package dev.banyan.inventory.internal;

import java.time.Clock;
import java.util.UUID;

import dev.banyan.inventory.StockChanged;
import dev.banyan.inventory.StockLevel;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class StockEvents {

	private final ApplicationEventPublisher publisher;

	private final Clock clock;

	StockEvents(ApplicationEventPublisher publisher, Clock clock) {
		this.publisher = publisher;
		this.clock = clock;
	}

	void changed(StockLevel level, @Nullable StockLevel before) {
		this.publisher.publishEvent(new StockChanged(UUID.randomUUID(), this.clock.instant(), level.itemId(),
				level.quantity(), level.status(), (before != null) ? before.status() : null));
	}

}

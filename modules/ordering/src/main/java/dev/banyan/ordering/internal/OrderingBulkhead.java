package dev.banyan.ordering.internal;

import java.time.Duration;
import java.util.function.Supplier;

import dev.banyan.ordering.OrderingUnavailable;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many orders are written at the same time. The others wait in turn and hold nothing
 * meanwhile: an order is made in a dozen transactions, and many orders at once would take
 * the database's connections from each other until one of them got none in time.
 */
@Component
class OrderingBulkhead {

	/** Less than the gateway waits for an answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(45);

	private final Bulkhead bulkhead;

	/** Twelve of sixteen connections leave some to those who read. */
	OrderingBulkhead(@Value("${banyan.ordering.at-a-time:12}") int atATime) {
		this.bulkhead = Bulkhead.of("ordering",
				BulkheadConfig.custom()
					.maxConcurrentCalls(atATime)
					.maxWaitDuration(PATIENCE)
					.fairCallHandlingStrategyEnabled(true)
					.build());
	}

	/** Not within another one's turn. */
	<T> T inTurn(Supplier<T> write) {
		try {
			return this.bulkhead.executeSupplier(write);
		}
		catch (BulkheadFullException ex) {
			throw new OrderingUnavailable(ex);
		}
	}

}

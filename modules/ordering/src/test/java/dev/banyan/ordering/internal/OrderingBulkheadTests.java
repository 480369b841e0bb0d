package dev.banyan.ordering.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderingBulkheadTests {

	private static final int ORDERS = 20;

	private final OrderingBulkhead bulkhead = new OrderingBulkhead(2);

	@Test
	void soManyAreWrittenAtATimeAndTheOthersAfterThem() throws InterruptedException {
		AtomicInteger under = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger written = new AtomicInteger();
		Semaphore begun = new Semaphore(0);
		Semaphore goOn = new Semaphore(0);
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < ORDERS; i++) {
				clients.submit(() -> this.bulkhead.inTurn(() -> {
					most.accumulateAndGet(under.incrementAndGet(), Math::max);
					begun.release();
					goOn.acquireUninterruptibly();
					under.decrementAndGet();
					return written.incrementAndGet();
				}));
			}
			for (int i = 0; i < ORDERS / 2; i++) {
				begun.acquire(2);
				goOn.release(2);
			}
		}
		assertThat(written).hasValue(ORDERS);
		assertThat(most).hasValue(2);
	}

}

package dev.banyan.gateway.shadow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * The writes that pass this gateway: while one is under way, or was lately, two homes may
 * tell different things of the same store, and both be right.
 */
@Component
public class Writes {

	/** So long a write may have effects after its answer, by events. */
	private static final Duration LATELY = Duration.ofSeconds(2);

	private final AtomicInteger underWay = new AtomicInteger();

	private final AtomicLong begun = new AtomicLong();

	private volatile long lastEnd = System.nanoTime() - LATELY.toNanos();

	/** A write begins; {@link #end} has to follow. */
	public void begin() {
		this.underWay.incrementAndGet();
		this.begun.incrementAndGet();
	}

	/** A write has its answer, or will have none. */
	public void end() {
		this.lastEnd = System.nanoTime();
		this.underWay.decrementAndGet();
	}

	/** Now; to be asked later whether it has been quiet since. */
	Since now() {
		boolean quiet = this.underWay.get() == 0 && System.nanoTime() - this.lastEnd > LATELY.toNanos();
		return new Since(quiet, this.begun.get());
	}

	boolean noneSince(Since then) {
		return then.quiet() && then.begun() == this.begun.get();
	}

	/**
	 * A moment.
	 *
	 * @param quiet whether no write was under way then, or lately
	 * @param begun how many had begun
	 */
	record Since(boolean quiet, long begun) {
	}

}

package dev.banyan.shop;

import java.time.Duration;

/**
 * What holds after a while.
 */
final class Eventually {

	private Eventually() {
	}

	/** Fails with the last failure if it does not hold in time. */
	static void within(Duration limit, Runnable assertion) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (true) {
			try {
				assertion.run();
				return;
			}
			catch (AssertionError failure) {
				if (System.nanoTime() > end) {
					throw failure;
				}
				Thread.sleep(250);
			}
		}
	}

}

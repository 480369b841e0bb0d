package shop.billing.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

class Locking {

	private static final ReentrantLock LOCK = new ReentrantLock(); // blocker: a lock that only one process knows

	private static final Semaphore FEW = new Semaphore(3); // blocker: a limit that only one process knows

	private static final ExecutorService THREADS = Executors.newSingleThreadExecutor(); // blocker: a queue of a process

	private static final List<String> SLOTS = Arrays.asList("a", "b"); // blocker: a static list whose elements change

	private static final Pattern NAME = Pattern.compile("a"); // clean: cannot be changed

	private static final int[] PRIMES = { 2, 3, 5 }; // clean: never written

	void use() throws InterruptedException {
		LOCK.lock();
		FEW.acquire();
		THREADS.submit(() -> NAME.matcher("").matches());
		SLOTS.set(0, "c");
		System.out.println(PRIMES[1]);
	}

}

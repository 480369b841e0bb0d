package dev.banyan.gateway.moves;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.LongStream;

import org.springframework.stereotype.Component;

/**
 * What each home did for each capability in the last five minutes, a slot a second.
 */
@Component
public class Measurements {

	/** How far back figures reach. */
	public static final Duration REACH = Duration.ofMinutes(5);

	private static final int SLOTS = (int) REACH.toSeconds() + 1;

	private static final int FAILURES = Figures.BUCKETS;

	private final Clock clock;

	private final Map<Key, Slot[]> slots = new ConcurrentHashMap<>();

	Measurements(Clock clock) {
		this.clock = clock;
	}

	private record Key(String capability, String home) {
	}

	private record Slot(long second, AtomicIntegerArray counts) {

		private static final Slot EMPTY = new Slot(Long.MIN_VALUE, new AtomicIntegerArray(0));

	}

	/**
	 * Counts a request.
	 * @param capability whose it was
	 * @param home who served it
	 * @param latency until the answer began
	 * @param failed whether the home failed it
	 */
	public void count(String capability, String home, Duration latency, boolean failed) {
		Slot slot = slot(this.slots.computeIfAbsent(new Key(capability, home), (key) -> empty()),
				this.clock.instant().getEpochSecond());
		slot.counts().incrementAndGet(Figures.bucket(latency));
		if (failed) {
			slot.counts().incrementAndGet(FAILURES);
		}
	}

	/**
	 * Counts an answer that began well but did not end, as a failure.
	 * @param capability whose it was
	 * @param home who broke off
	 */
	public void brokenOff(String capability, String home) {
		slot(this.slots.computeIfAbsent(new Key(capability, home), (key) -> empty()),
				this.clock.instant().getEpochSecond())
			.counts()
			.incrementAndGet(FAILURES);
	}

	private static Slot[] empty() {
		Slot[] ring = new Slot[SLOTS];
		java.util.Arrays.fill(ring, Slot.EMPTY);
		return ring;
	}

	private static Slot slot(Slot[] ring, long second) {
		int index = (int) (second % SLOTS);
		if (ring[index].second() == second) {
			return ring[index];
		}
		synchronized (ring) {
			if (ring[index].second() != second) {
				ring[index] = new Slot(second, new AtomicIntegerArray(Figures.BUCKETS + 1));
			}
			return ring[index];
		}
	}

	/**
	 * What a home did.
	 * @param capability for which capability
	 * @param home which home
	 * @param since from when on, at most {@link #REACH} ago; the second it falls in
	 * counts whole
	 * @return the figures
	 */
	public Figures since(String capability, String home, Instant since) {
		return between(capability, home, since.getEpochSecond(), Long.MAX_VALUE);
	}

	/**
	 * What a home did, in equal stretches of time.
	 * @param capability for which capability
	 * @param home which home
	 * @param stretch how many seconds each has; it ends with a whole multiple of them
	 * @return oldest first, as far as {@link #REACH}, without the one that is not over
	 */
	public List<Figures> series(String capability, String home, int stretch) {
		long end = this.clock.instant().getEpochSecond() / stretch * stretch;
		return LongStream.rangeClosed(1, REACH.toSeconds() / stretch - 1)
			.map((back) -> end - REACH.toSeconds() / stretch * stretch + back * stretch)
			.mapToObj((from) -> between(capability, home, from, from + stretch))
			.toList();
	}

	private Figures between(String capability, String home, long from, long until) {
		Slot[] ring = this.slots.get(new Key(capability, home));
		if (ring == null) {
			return Figures.NONE;
		}
		long first = Math.max(from, this.clock.instant().minus(REACH).getEpochSecond());
		long[] latencies = new long[Figures.BUCKETS];
		long requests = 0;
		long failures = 0;
		for (Slot slot : ring) {
			if (slot.second() >= first && slot.second() < until) {
				for (int bucket = 0; bucket < Figures.BUCKETS; bucket++) {
					int count = slot.counts().get(bucket);
					latencies[bucket] += count;
					requests += count;
				}
				failures += slot.counts().get(FAILURES);
			}
		}
		return new Figures(requests, failures, latencies);
	}

}

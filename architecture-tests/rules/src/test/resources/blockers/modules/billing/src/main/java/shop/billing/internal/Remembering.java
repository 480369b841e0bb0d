package shop.billing.internal;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

class Remembering {

	private static final List<String> LINES = new CopyOnWriteArrayList<>(); // blocker: a static list

	private static final LongAdder SUM = new LongAdder(); // blocker: a static sum

	private static final AtomicReference<String> LATEST = new AtomicReference<>(); // blocker: a static reference

	private static final Deque<String> QUEUE = new ArrayDeque<>(); // blocker: a static queue

	private static final Map<TimeUnit, String> UNITS = new EnumMap<>(TimeUnit.class); // blocker: a static map of constants

	private static final StringBuilder LOG = new StringBuilder(); // blocker: a static text that grows

	private static final BitSet BITS = new BitSet(); // blocker: a static set of bits

	private static Remembering instance; // blocker: an instance that is made once

	private static final Map<String, Integer> SIZES = Map.of("a", 1); // clean: cannot be changed

	private static final List<String> NAMES = List.copyOf(SIZES.keySet()); // clean: cannot be changed

	private static final class Holder {

		static final Map<String, String> ALL = new java.util.HashMap<>(); // blocker: a static map in a holder

	}

	static Remembering instance() {
		if (instance == null) {
			instance = new Remembering();
		}
		LINES.add("");
		SUM.increment();
		LATEST.set("");
		QUEUE.add("");
		UNITS.put(TimeUnit.DAYS, "");
		LOG.append(NAMES);
		BITS.set(1);
		Holder.ALL.put("", "");
		return instance;
	}

}

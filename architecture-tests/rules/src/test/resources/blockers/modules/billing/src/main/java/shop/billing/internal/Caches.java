package shop.billing.internal;

import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

class Caches {

	static int count; // blocker: a static counter

	private static volatile String last = ""; // blocker: a static variable

	private static final Map<Long, String> NAMES = new HashMap<>(); // blocker: a static map

	private static final Map<Long, String> SAFE = Collections.synchronizedMap(new HashMap<>()); // blocker: a wrapped static map

	private static final Set<Long> SEEN = ConcurrentHashMap.newKeySet(); // blocker: a static set

	private static final AtomicLong NUMBER = new AtomicLong(); // blocker: a static number

	private static final long[] SUMS = new long[3]; // blocker: a static array that is written

	private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> ""); // blocker: state of a thread

	private static final Tally TALLY = new Tally(); // blocker: a static object that changes

	private static final Map<Long, String> FIXED; // clean: filled once and copied

	static {
		Map<Long, String> names = new HashMap<>();
		names.put(1L, "one");
		FIXED = Map.copyOf(names);
	}

	private static final Pattern WORD = Pattern.compile("\\w+"); // clean: a pattern

	private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_DATE; // clean: a format that is safe

	private static final List<String> WORDS = List.of("a", "b"); // clean: a list that never changes

	private static final String[] DAYS = { "Monday", "Tuesday" }; // clean: an array that is only read

	private static final Set<String> SORTED = Collections.unmodifiableSet(new TreeSet<>(WORDS)); // clean: a set that never changes

	int use(List<String> into) {
		count++;
		last = NAMES.get(1L) + SAFE.get(1L) + CURRENT.get() + FIXED.get(1L) + WORD + DAY;
		SEEN.add(NUMBER.incrementAndGet());
		SUMS[0]++;
		into.addAll(WORDS);
		into.addAll(SORTED);
		into.add(DAYS[0]);
		return TALLY.next();
	}

}

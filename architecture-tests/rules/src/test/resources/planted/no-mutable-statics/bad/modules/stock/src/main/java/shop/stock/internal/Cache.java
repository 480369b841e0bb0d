package shop.stock.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

class Cache {

	private static final Map<Long, String> NAMES = new HashMap<>(); // VIOLATION a map

	private static final ConcurrentHashMap<Long, String> TITLES = new ConcurrentHashMap<>(); // VIOLATION

	private static final AtomicLong COUNT = new AtomicLong(); // VIOLATION a counter

	static final List<String> SEEN = new ArrayList<>(); // VIOLATION a list

	String name(long id) {
		SEEN.add(TITLES.get(COUNT.incrementAndGet()));
		return NAMES.get(id);
	}

}

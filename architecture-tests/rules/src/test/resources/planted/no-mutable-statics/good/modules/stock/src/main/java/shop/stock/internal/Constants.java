package shop.stock.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

class Constants {

	static final List<String> NAMES = List.of("a", "b");

	static final Set<String> SET = Set.copyOf(NAMES);

	static final Map<String, Integer> MAP = Map.copyOf(new HashMap<>(Map.of("a", 1)));

	static final Pattern PATTERN = Pattern.compile("a");

}

package dev.banyan.recordings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two shops number their things differently. What counts is that the same number of the
 * same kind of thing stands for the same number throughout.
 */
final class Numbering {

	private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

	private static final Pattern BEFORE_ID = Pattern.compile(".*(/|[?&](p|post|page_id|order|pay_for_order)=)",
			Pattern.DOTALL);

	private static final List<Change> TIMES = List.of(
			new Change("20\\d\\d-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.0+)?|1[789]\\d{8}", "<time>"),
			new Change("oauth_(timestamp|nonce|signature)=[^&>]*", "oauth_$1=<signed>"));

	private final Map<String, Map<Long, Long>> kinds = new HashMap<>();

	private final Map<String, Set<String>> met = new HashMap<>();

	private record Change(String pattern, String replacement) {
	}

	/** Whether two ids stand for the same thing of that kind; 0 is nothing. */
	boolean same(String kind, long recorded, long answered) {
		if (recorded == 0 || answered == 0) {
			return recorded == answered;
		}
		this.met.computeIfAbsent(String.valueOf(recorded), (number) -> new HashSet<>()).add(String.valueOf(answered));
		Long known = this.kinds.computeIfAbsent(kind, (name) -> new HashMap<>()).putIfAbsent(recorded, answered);
		return known == null || known == answered;
	}

	/** Whether two texts are the same apart from times and the ids they mention. */
	boolean same(String recorded, String answered) {
		Matcher one = RUN.matcher(timeless(recorded));
		Matcher other = RUN.matcher(timeless(answered));
		StringBuilder before = new StringBuilder();
		while (one.find()) {
			if (!other.find() || !same(before, one.group(), other.group())) {
				return false;
			}
			before.append(one.group());
		}
		return !other.find();
	}

	private boolean same(StringBuilder before, String recorded, String answered) {
		if (recorded.equals(answered)) {
			return true;
		}
		if (!Character.isDigit(recorded.charAt(0)) || !Character.isDigit(answered.charAt(0))) {
			return false;
		}
		Set<String> known = this.met.get(recorded);
		boolean newInLink = known == null && BEFORE_ID.matcher(before).matches();
		return newInLink || known != null && known.contains(answered);
	}

	private static String timeless(String text) {
		String timeless = text;
		for (Change change : TIMES) {
			timeless = timeless.replaceAll(change.pattern(), change.replacement());
		}
		return timeless;
	}

}

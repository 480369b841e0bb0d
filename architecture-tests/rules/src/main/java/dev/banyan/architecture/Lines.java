package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of texts.
 */
final class Lines {

	private Lines() {
	}

	/** The first line that a pattern is found in; 0 if there is none. */
	static int first(String text, String pattern) {
		Matcher found = Pattern.compile(pattern).matcher(text);
		return found.find() ? at(text, found.start()) : 0;
	}

	/** Lines of Java code, without imports and comments, in which a name occurs. */
	static List<Integer> ofCodeWith(String text, String name) {
		Pattern named = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
		List<Integer> found = new ArrayList<>();
		int number = 0;
		for (String line : text.lines().toList()) {
			number++;
			String code = line.replaceFirst("//.*", "").strip();
			if (!code.startsWith("import ") && !code.startsWith("*") && !code.startsWith("/*")
					&& named.matcher(code).find()) {
				found.add(number);
			}
		}
		return found;
	}

	/**
	 * The line in which a string of the compiled code is written.
	 * @param text the source
	 * @param from the line that the compiler tells; 0 if it tells none
	 * @param member where it belongs to, if the compiler tells no line
	 * @param value the whole string, if there is no line to begin at
	 * @param token the part that is looked for
	 * @return 0 if the token is written nowhere near
	 */
	static int ofWritten(String text, int from, String member, String value, String token) {
		List<String> lines = text.lines().toList();
		List<Integer> found = new ArrayList<>();
		boolean block = false;
		for (int number = Math.max(1, from); number <= lines.size(); number++) {
			String line = lines.get(number - 1).strip();
			boolean code = !line.startsWith("import ") && !line.startsWith("*") && !line.startsWith("//")
					&& !line.startsWith("/*");
			if (code && plain(line).contains(plain(token))) {
				found.add(number);
			}
			block ^= line.split("\"\"\"", -1).length % 2 == 0;
			boolean end = !block && line.replaceFirst("\\s*//.*", "").matches(".*[;{}]");
			if (from > 0 && (!found.isEmpty() || end)) {
				break;
			}
		}
		if (from == 0 && found.size() > 1) {
			List<Integer> whole = found.stream()
				.filter((line) -> lines.get(line - 1).contains('"' + value + '"'))
				.toList();
			return nearest(whole.isEmpty() ? found : whole,
					first(text, "\\b" + Pattern.quote(member) + "\\s*(\\(|;|=)"));
		}
		return found.isEmpty() ? 0 : found.getFirst();
	}

	/** Annotations come before what they belong to. */
	private static int nearest(List<Integer> lines, int to) {
		return lines.stream()
			.filter((line) -> line <= to)
			.reduce((one, last) -> last)
			.or(() -> lines.stream().filter((line) -> line > to).findFirst())
			.orElseThrow();
	}

	private static String plain(String text) {
		return text.replaceAll("[`\"\\[\\]\\\\]", "").toLowerCase(Locale.ROOT);
	}

	/** The line of a position. */
	static int at(String text, int position) {
		return (int) text.substring(0, position).chars().filter((character) -> character == '\n').count() + 1;
	}

}

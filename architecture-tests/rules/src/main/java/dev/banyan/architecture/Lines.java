package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.List;
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

	/** The line of a position. */
	static int at(String text, int position) {
		return (int) text.substring(0, position).chars().filter((character) -> character == '\n').count() + 1;
	}

}

package dev.banyan.legacy.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts as the API takes and shows them.
 */
final class Texts {

	private static final Pattern BARE_AMPERSAND = Pattern
		.compile("&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#\\d+|#x[0-9a-fA-F]+);)");

	private static final Pattern UNSAFE = Pattern.compile(
			"</?(?:script|style|iframe|object|embed|form|input|textarea|select|link|meta|base)\\b[^<>]*>",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TAG = Pattern.compile("<[^<>]*>");

	private static final String BLOCKS = "address|article|aside|blockquote|canvas|dd|div|dl|dt|fieldset|figcaption|figure|"
			+ "footer|form|h[1-6]|header|hr|li|main|nav|noscript|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video";

	private static final Pattern BLOCK_OPEN = Pattern.compile("(<(?:" + BLOCKS + ")\\b[^<>]*>)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern BLOCK_CLOSE = Pattern.compile("(</(?:" + BLOCKS + ")>)", Pattern.CASE_INSENSITIVE);

	private static final Pattern STARTS_WITH_BLOCK = Pattern.compile("^</?(?:" + BLOCKS + ")\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NOT_IN_PRICE = Pattern.compile("[^0-9.\\-]");

	private static final Pattern PRICE = Pattern.compile("-?(?:\\d+\\.?\\d*|\\.\\d+)");

	private Texts() {
	}

	/** HTML without what could run, bare ampersands escaped. */
	static String html(String text) {
		return BARE_AMPERSAND.matcher(UNSAFE.matcher(text).replaceAll("")).replaceAll("&amp;");
	}

	/** One line without any markup, bare ampersands escaped. */
	static String line(String text) {
		return BARE_AMPERSAND.matcher(plain(text)).replaceAll("&amp;");
	}

	/** One line without any markup. */
	static String plain(String text) {
		return TAG.matcher(text).replaceAll("").replaceAll("[\\r\\n\\t ]+", " ").strip();
	}

	/** Text in paragraphs, as shoppers see it. */
	static String paragraphs(String text) {
		if (text.isBlank()) {
			return "";
		}
		String spaced = BLOCK_CLOSE
			.matcher(BLOCK_OPEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\n\n$1"))
			.replaceAll("$1\n\n");
		return Arrays.stream(spaced.split("\\n\\s*\\n"))
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.map(Texts::paragraph)
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private static String paragraph(String part) {
		if (STARTS_WITH_BLOCK.matcher(part).find()) {
			return part;
		}
		return "<p>" + part.replaceAll("(?<!>)\\s*\\n\\s*", "<br />\n") + "</p>";
	}

	/** A decimal number as it was written; empty if there is none. */
	static String decimal(String text) {
		String bare = NOT_IN_PRICE.matcher(text.strip()).replaceAll("");
		return (PRICE.matcher(bare).matches() && bare.length() <= 40) ? bare : "";
	}

	/** A constant's name as the API writes it. */
	static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The constant that the API writes so; otherwise the other one. */
	static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
		String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().equals(wanted))
			.findFirst()
			.orElse(otherwise);
	}

}

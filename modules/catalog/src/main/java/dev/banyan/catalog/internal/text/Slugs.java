package dev.banyan.catalog.internal.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names in addresses: lower-case, words joined by hyphens, other scripts percent-encoded.
 */
public final class Slugs {

	private static final int LONGEST = 190;

	private static final Pattern TAG = Pattern.compile("<[^<>]*>");

	private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z0-9#]+;");

	private static final Pattern ACCENT = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

	private Slugs() {
	}

	/**
	 * The slug of a name.
	 * @param name any text
	 * @return the slug, at most 190 characters; may be empty
	 */
	public static String of(String name) {
		String plain = ENTITY.matcher(TAG.matcher(name).replaceAll("")).replaceAll("");
		String bare = ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
		String text = Normalizer.normalize(bare, Normalizer.Form.NFC)
			.toLowerCase(Locale.ROOT)
			.replace("\u00df", "ss")
			.replace("\u00e6", "ae")
			.replace("\u00f8", "o")
			.replace("\u0153", "oe");
		StringBuilder slug = new StringBuilder();
		text.codePoints().forEach((character) -> append(slug, character));
		return trimmed(slug);
	}

	/**
	 * The first free slug: the one wanted, or the first number that makes it free.
	 * @param wanted the slug wanted
	 * @param taken whether a slug is taken
	 * @return a free slug
	 */
	public static String free(String wanted, Predicate<String> taken) {
		String free = wanted;
		for (int number = 2; taken.test(free); number++) {
			free = wanted + "-" + number;
		}
		return free;
	}

	private static void append(StringBuilder slug, int character) {
		if (character < 128) {
			if (Character.isLetterOrDigit(character) || character == '_') {
				slug.appendCodePoint(character);
			}
			else if (character == '-' || character == '.' || character == '/' || Character.isWhitespace(character)) {
				hyphen(slug);
			}
		}
		else if (character == 0x2013 || character == 0x2014 || character == 0xa0 || Character.isWhitespace(character)) {
			hyphen(slug);
		}
		else if (Character.isLetterOrDigit(character) && slug.length() < LONGEST) {
			for (byte part : new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8)) {
				slug.append('%').append(String.format(Locale.ROOT, "%02x", part & 0xff));
			}
		}
	}

	private static void hyphen(StringBuilder slug) {
		if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
			slug.append('-');
		}
	}

	private static String trimmed(StringBuilder slug) {
		int end = Math.min(slug.length(), LONGEST);
		int escape = slug.lastIndexOf("%", end);
		if (escape >= 0 && escape + 3 > end) {
			end = escape;
		}
		while (end > 0 && slug.charAt(end - 1) == '-') {
			end--;
		}
		return slug.substring(0, end);
	}

}

package dev.banyan.runtime.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text. Whatever a text contains, its words contain the words of that.
 */
final class Words {

	/** How much of an ending is kept. */
	private static final int PART = 32;

	/** Longer runs of letters are taken as overlapping words of this length. */
	private static final int LONGEST = 64;

	/**
	 * How far such a run is read: nobody looks for what is inside of encoded pictures.
	 */
	private static final int RUN = 4_096;

	private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

	private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");

	/** Joins letters to a word, so that an SKU or a domain is one. */
	private static final String INNER = "-_.'&";

	private Words() {
	}

	static String folded(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (PLAIN.matcher(lower).matches()) {
			return lower;
		}
		String bare = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
			.replaceAll("")
			.replace('\u03c2', '\u03c3');
		return Normalizer.normalize(bare, Normalizer.Form.NFC);
	}

	static List<String> of(String text) {
		Set<String> words = new LinkedHashSet<>();
		int[] letters = folded(text).codePoints().toArray();
		int start = -1;
		int end = -1;
		for (int i = 0; i <= letters.length; i++) {
			if (i < letters.length && isLetter(letters[i])) {
				start = (start < 0) ? i : start;
				end = i + 1;
			}
			else if (start >= 0 && (i == letters.length || INNER.indexOf(letters[i]) < 0)) {
				cut(letters, start, end, words);
				start = -1;
			}
		}
		return List.copyOf(words);
	}

	private static boolean isLetter(int codePoint) {
		if (Character.isLetterOrDigit(codePoint)) {
			return true;
		}
		int type = Character.getType(codePoint);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	private static void cut(int[] letters, int start, int end, Set<String> words) {
		int from = start;
		while (end - from > LONGEST && from - start < RUN) {
			words.add(new String(letters, from, LONGEST));
			from += LONGEST - PART;
		}
		words.add(new String(letters, from, Math.min(LONGEST, end - from)));
	}

	/** What a word's endings are compared with. */
	static String beginning(String word) {
		return word.substring(0, word.offsetByCodePoints(0, Math.min(PART, word.codePointCount(0, word.length()))));
	}

	static boolean isWholeInParts(String word) {
		return word.codePointCount(0, word.length()) <= PART;
	}

	static List<String> endings(String word) {
		List<String> endings = new ArrayList<>();
		int[] letters = word.codePoints().toArray();
		for (int i = 0; i < letters.length; i++) {
			endings.add(new String(letters, i, Math.min(PART, letters.length - i)));
		}
		return endings;
	}

	/** Words are numbered by themselves, so that nobody has to agree on numbers. */
	static long id(String word) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

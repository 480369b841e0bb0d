package dev.banyan.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the rows whose text contains something, by a {@link WordIndex}: those with the
 * rarest of the words that are looked for.
 */
public final class WordSearch {

	/** A word that is found so often is not counted further. */
	private static final int MANY = 2_000;

	private final JdbcClient jdbc;

	private final String parts;

	private final String words;

	private final String fresh;

	WordSearch(JdbcClient jdbc, String parts, String words, String fresh) {
		this.jdbc = jdbc;
		this.parts = parts;
		this.words = words;
		this.fresh = fresh;
	}

	/**
	 * A condition for the rows that contain some texts: those with the rarest of their
	 * words.
	 * @param column the column with the row's id
	 * @param name a prefix for the names of its parameters
	 * @param texts what is looked for
	 * @param places the places where they may be
	 * @return the condition
	 */
	public Condition containing(String column, String name, List<String> texts, Set<Integer> places) {
		return condition(column, name, texts, places, "");
	}

	/**
	 * A condition for the rows that contain a text, and for one more row.
	 * @param column the column with the row's id
	 * @param name a prefix for the names of its parameters
	 * @param text what is looked for
	 * @param places the places where it may be
	 * @param table the table with that row
	 * @param rowId its id
	 * @return the condition
	 */
	public Condition containingOrBeing(String column, String name, String text, Set<Integer> places, String table,
			long rowId) {
		return condition(column, name, List.of(text), places,
				" union all select y.id as row_id from " + table + " y where y.id = " + rowId);
	}

	private Condition condition(String column, String name, List<String> texts, Set<Integer> places, String more) {
		List<String> folded = texts.stream().map(Words::folded).toList();
		List<String> words = folded.stream().flatMap((text) -> Words.of(text).stream()).distinct().toList();
		if (words.isEmpty()) {
			return new Condition("", Map.of(), false, false);
		}
		Map<String, Object> parameters = new HashMap<>();
		Frequency rarest = rarest(words, places);
		String rows = rows(name, rarest.word(), places, parameters) + fresh(name, rarest.word(), places, parameters);
		boolean exact = words.size() == 1 && folded.equals(words) && Words.isWholeInParts(words.getFirst());
		return new Condition("%s in (select z.row_id from (%s) z)".formatted(column, rows + more), parameters, exact,
				rarest.found() < MANY);
	}

	private String rows(String name, String word, Set<Integer> places, Map<String, Object> parameters) {
		byte[] from = Words.beginning(word).getBytes(StandardCharsets.UTF_8);
		byte[] to = Arrays.copyOf(from, from.length + 1);
		to[from.length] = (byte) 0xff;
		parameters.put(name + "From", from);
		parameters.put(name + "To", to);
		return """
				select x.row_id from %s w join %s x on x.word_id = w.word_id
				where w.part >= :%sFrom and w.part < :%sTo and x.place in (%s)""".formatted(this.parts, this.words,
				name, name, list(places));
	}

	private String fresh(String name, String word, Set<Integer> places, Map<String, Object> parameters) {
		parameters.put(name + "Like", "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
		return " union all select n.row_id from %s n where n.place in (%s) and n.folded like :%sLike escape '!'"
			.formatted(this.fresh, list(places), name);
	}

	private static String list(Set<Integer> places) {
		return places.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
	}

	/**
	 * How often a word is found.
	 *
	 * @param word the word
	 * @param found how often, up to {@link WordSearch#MANY}
	 */
	private record Frequency(String word, int found) {
	}

	/** A few that are found tell rare words from frequent ones. */
	private Frequency rarest(List<String> words, Set<Integer> places) {
		Map<String, Object> parameters = new HashMap<>();
		List<String> counts = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			counts.add("select " + i + " as word, count(*) as found from ("
					+ rows("word" + i, words.get(i), places, parameters) + " limit " + MANY + ") some" + i);
		}
		return this.jdbc.sql(String.join(" union all ", counts) + " order by found, word limit 1")
			.params(parameters)
			.query((row, number) -> new Frequency(words.get(row.getInt("word")), row.getInt("found")))
			.single();
	}

	/**
	 * A condition in SQL.
	 *
	 * @param sql the condition; empty if the text has neither letters nor digits
	 * @param parameters its parameters
	 * @param exact whether it tells which rows contain the text; if not, it names
	 * candidates, all rows if {@code sql} is empty
	 * @param few whether it names so few that no other index is better
	 */
	public record Condition(String sql, Map<String, Object> parameters, boolean exact, boolean few) {
	}

}

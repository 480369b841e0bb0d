package dev.banyan.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An index of what the texts of rows contain, on H2 and MySQL alike: the words of each
 * row's texts, and the endings of each word, since what is found anywhere in a word is
 * what one of its endings begins with. {@link WordSearch} asks it. See docs/adr/0006.
 * <p>
 * It needs three tables in the module's schema: {@code word_part(part varbinary(128),
 * word_id bigint)}, shared by all indexes of the schema,
 * {@code <name>(word_id bigint, place int, row_id bigint)}, and
 * {@code <name>_new(row_id bigint, place int, folded longtext)} for rows whose words are
 * not written yet. {@code place} tells the texts of a row apart.
 */
public final class WordIndex {

	/** How many parameters a statement has at most. */
	private static final int ROWS = 300;

	private final JdbcClient jdbc;

	private final String parts;

	private final String words;

	private final String fresh;

	/**
	 * An index.
	 * @param dataSource where the schema lives
	 * @param schema the module's schema
	 * @param name the table that says which row has which word
	 */
	public WordIndex(DataSource dataSource, String schema, String name) {
		this.jdbc = JdbcClient.create(dataSource);
		this.parts = schema + ".word_part";
		this.words = schema + "." + name;
		this.fresh = schema + "." + name + "_new";
	}

	/**
	 * Asks this index.
	 * @return the search
	 */
	public WordSearch search() {
		return new WordSearch(this.jdbc, this.parts, this.words, this.fresh);
	}

	/**
	 * A row that is indexed.
	 *
	 * @param word the id of a word
	 * @param place the place of the text that has it
	 */
	private record Entry(long word, int place) {
	}

	/**
	 * Takes the texts of a row that has none yet; within the caller's transaction. They
	 * are found from then on; their words are written later, those of many rows together
	 * ({@link #settle}), since each word is at a place of its own in the index.
	 * @param rowId the row
	 * @param texts the texts by their places
	 */
	public void add(long rowId, Map<Integer, String> texts) {
		add(Map.of(rowId, texts));
	}

	/**
	 * Takes the texts of rows that have none yet, as that of a single one.
	 * @param rows texts by their places, by row
	 */
	public void add(Map<Long, Map<Integer, String>> rows) {
		List<List<Object>> added = new ArrayList<>();
		rows.forEach(
				(row, texts) -> texts.forEach((place, text) -> added.add(List.of(row, place, Words.folded(text)))));
		insert(this.fresh + " (row_id, place, folded)", added);
	}

	/**
	 * A text whose words are not written yet.
	 *
	 * @param rowId its row
	 * @param place its place
	 * @param words its words by their ids
	 */
	private record Fresh(long rowId, int place, Map<Long, String> words) {

		static Fresh of(long rowId, int place, String folded) {
			Map<Long, String> words = new TreeMap<>();
			Words.of(folded).forEach((word) -> words.put(Words.id(word), word));
			return new Fresh(rowId, place, words);
		}

	}

	/**
	 * Writes the words of texts that were added; within the caller's transaction, which
	 * should do nothing else. Repeatable; several processes may do so.
	 * @param most how many texts to write at most
	 * @return how many there were
	 */
	public int settle(int most) {
		List<Fresh> texts = this.jdbc
			.sql("select row_id, place, folded from " + this.fresh + " order by row_id, place limit :most for update")
			.param("most", most)
			.query((row, number) -> Fresh.of(row.getLong(1), row.getInt(2), row.getString(3)))
			.list();
		Map<Long, String> known = new TreeMap<>();
		texts.forEach((text) -> known.putAll(text.words()));
		learn(known);
		insert(this.words + " (word_id, place, row_id)",
				texts.stream()
					.flatMap((text) -> text.words()
						.keySet()
						.stream()
						.map((word) -> List.<Object>of(word, text.place(), text.rowId())))
					.toList());
		texts.stream()
			.collect(Collectors.groupingBy(Fresh::place, TreeMap::new,
					Collectors.mapping(Fresh::rowId, Collectors.toList())))
			.forEach((place, rows) -> inParts(rows,
					(ids) -> this.jdbc.sql("delete from " + this.fresh + " where place = :place and row_id in (:ids)")
						.param("place", place)
						.param("ids", ids)
						.update()));
		return texts.size();
	}

	/**
	 * Indexes the texts of a row, instead of those that it had before; within the
	 * caller's transaction. Repeatable.
	 * @param rowId the row
	 * @param texts the texts by their places
	 */
	public void put(long rowId, Map<Integer, String> texts) {
		this.jdbc.sql("delete from " + this.fresh + " where row_id = ?").param(rowId).update();
		Map<Long, String> known = new TreeMap<>();
		Set<Entry> wanted = new HashSet<>();
		texts.forEach((place, text) -> Words.of(text).forEach((word) -> {
			long id = Words.id(word);
			known.put(id, word);
			wanted.add(new Entry(id, place));
		}));
		Set<Entry> present = present(rowId);
		for (int place : present.stream().map(Entry::place).distinct().sorted().toList()) {
			inParts(present.stream()
				.filter((entry) -> entry.place() == place && !wanted.contains(entry))
				.map(Entry::word)
				.toList(), (ids) -> forget(rowId, place, ids));
		}
		List<Entry> missing = wanted.stream().filter((entry) -> !present.contains(entry)).toList();
		known.keySet().retainAll(missing.stream().map(Entry::word).collect(Collectors.toSet()));
		learn(known);
		insert(this.words + " (word_id, place, row_id)",
				missing.stream().map((entry) -> List.<Object>of(entry.word(), entry.place(), rowId)).toList());
	}

	private void forget(long rowId, int place, List<Long> ids) {
		this.jdbc.sql("delete from " + this.words + " where row_id = :row and place = :place and word_id in (:ids)")
			.param("row", rowId)
			.param("place", place)
			.param("ids", ids)
			.update();
	}

	private Set<Entry> present(long rowId) {
		return new HashSet<>(this.jdbc.sql("select word_id, place from " + this.words + " where row_id = ?")
			.param(rowId)
			.query((row, number) -> new Entry(row.getLong(1), row.getInt(2)))
			.list());
	}

	/**
	 * Two transactions may learn the same word at the same time: it is found all the
	 * same, and neither waits for the other.
	 */
	private void learn(Map<Long, String> words) {
		Map<Long, String> unknown = new LinkedHashMap<>(words);
		inParts(List.copyOf(words.keySet()),
				(ids) -> unknown.keySet()
					.removeAll(this.jdbc.sql("select distinct word_id from " + this.parts + " where word_id in (:ids)")
						.param("ids", ids)
						.query(Long.class)
						.list()));
		List<List<Object>> rows = new ArrayList<>();
		unknown.forEach((id, word) -> Words.endings(word)
			.forEach((ending) -> rows.add(List.of(ending.getBytes(StandardCharsets.UTF_8), id))));
		insert(this.parts + " (part, word_id)", rows);
	}

	private void insert(String into, List<List<Object>> rows) {
		for (int from = 0; from < rows.size(); from += ROWS) {
			List<List<Object>> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
			String row = "(" + String.join(", ", Collections.nCopies(some.getFirst().size(), "?")) + ")";
			this.jdbc.sql("insert into " + into + " values " + String.join(", ", Collections.nCopies(some.size(), row)))
				.params(some.stream().flatMap(List::stream).toList())
				.update();
		}
	}

	private static void inParts(List<Long> ids, Consumer<List<Long>> action) {
		for (int from = 0; from < ids.size(); from += ROWS) {
			action.accept(ids.subList(from, Math.min(ids.size(), from + ROWS)));
		}
	}

	/**
	 * Forgets rows. Repeatable; within the caller's transaction.
	 * @param rowIds the rows, not empty
	 */
	public void remove(Collection<Long> rowIds) {
		for (String table : List.of(this.fresh, this.words)) {
			this.jdbc.sql("delete from " + table + " where row_id in (:ids)").param("ids", rowIds).update();
		}
	}

	/**
	 * What a column has to be compared with and texts have to be searched in: lower case,
	 * without accents.
	 * @param text any text
	 * @return the text without what a search does not distinguish
	 */
	public static String folded(String text) {
		return Words.folded(text);
	}

}

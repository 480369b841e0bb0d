package dev.banyan.catalog.internal.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How values are kept in columns: times in UTC, long texts cut for an index.
 */
public final class Columns {

	private static final int INDEXED = 190;

	/** The limits of MySQL's timestamp. */
	private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2038-01-18T00:00:00Z");

	private Columns() {
	}

	/**
	 * A time as a column keeps it.
	 * @param instant a time
	 * @return the time in UTC to the microsecond
	 */
	public static LocalDateTime time(Instant instant) {
		Instant kept = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
		return LocalDateTime.ofInstant(kept.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	/**
	 * A time as a column keeps it.
	 * @param instant a time or null
	 * @return the time in UTC or null
	 */
	public static @Nullable LocalDateTime timeOrNull(@Nullable Instant instant) {
		return (instant != null) ? time(instant) : null;
	}

	/**
	 * Reads a time.
	 * @param row a row
	 * @param column a column that is never null
	 * @return the time
	 * @throws SQLException if there is no such column
	 */
	public static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	/**
	 * Reads a time.
	 * @param row a row
	 * @param column a column
	 * @return the time or null
	 * @throws SQLException if there is no such column
	 */
	public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	/**
	 * The beginning of a text, for an index.
	 * @param text any text
	 * @return at most 190 characters
	 */
	public static String indexed(String text) {
		return indexed(text, "");
	}

	/**
	 * The beginning of a text with an ending that stays, for an index.
	 * @param text any text
	 * @param ending its ending
	 * @return at most 190 characters
	 */
	public static String indexed(String text, String ending) {
		int end = Math.min(text.length(), INDEXED - ending.length());
		if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(0, end) + ending;
	}

	/**
	 * A text for comparison without regard to case.
	 * @param text any text
	 * @return at most 190 lower-case characters
	 */
	public static String key(String text) {
		return indexed(text.strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * A pattern that finds a text anywhere, to be used with {@code escape '!'}.
	 * @param text what to find
	 * @return the pattern
	 */
	public static String containing(String text) {
		return "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}

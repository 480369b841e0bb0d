package dev.banyan.legacy.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Times as the API writes them, without a zone. Shop time is UTC.
 */
final class Dates {

	private static final DateTimeFormatter SHOP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

	private Dates() {
	}

	static @Nullable String text(@Nullable Instant instant) {
		return (instant != null) ? SHOP.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) : null;
	}

	/** Puts a time under its name and, the same, as {@code _gmt}. */
	static void put(Map<String, @Nullable Object> object, String name, @Nullable Instant instant) {
		object.put(name, text(instant));
		object.put(name + "_gmt", text(instant));
	}

	static @Nullable Instant parse(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String time = text.strip().replace(' ', 'T');
		Instant instant;
		try {
			instant = OffsetDateTime.parse(time).toInstant();
		}
		catch (DateTimeException ex) {
			instant = local(time);
		}
		return (instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) ? null
				: instant.truncatedTo(ChronoUnit.SECONDS);
	}

	private static @Nullable Instant local(String time) {
		try {
			return time.contains("T") ? LocalDateTime.parse(time).toInstant(ZoneOffset.UTC)
					: LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}

package dev.banyan.legacy.ordering;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Dates as the API writes them: without a zone, whole seconds.
 */
final class Dates {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private Dates() {
	}

	static @Nullable String format(@Nullable Instant instant) {
		return (instant != null) ? FORMAT.format(instant) : null;
	}

	static @Nullable Instant parse(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return text.matches(".*(Z|z|[+-]\\d{2}:?\\d{2})$")
					? OffsetDateTime.parse(text.replaceAll("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
					: LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}

package dev.banyan.legacy.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import dev.banyan.legacy.protocol.RestRequest;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about.
 *
 * @param from the first day
 * @param to the last day
 * @param byMonth whether the report has an entry per month, not per day
 */
record Period(LocalDate from, LocalDate to, boolean byMonth) {

	private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);

	/** More days than this are reported by month. */
	private static final int MANY_DAYS = 92;

	static Period of(RestRequest request, LocalDate today) {
		LocalDate min = date(request.string("date_min"), today);
		LocalDate max = date(request.string("date_max"), today);
		if (min != null || max != null) {
			LocalDate to = (max != null) ? max : today;
			LocalDate from = (min != null && !min.isAfter(to)) ? min : to;
			return new Period(from, to, from.plusDays(MANY_DAYS).isBefore(to));
		}
		return switch (request.string("period", "")) {
			case "week" -> new Period(today.minusDays(6), today, false);
			case "month" -> new Period(today.withDayOfMonth(1), today, false);
			case "last_month" -> {
				YearMonth month = YearMonth.from(today).minusMonths(1);
				yield new Period(month.atDay(1), month.atEndOfMonth(), false);
			}
			case "year" -> new Period(today.withDayOfYear(1), today, true);
			default -> new Period(today, today, false);
		};
	}

	private static @Nullable LocalDate date(@Nullable String text, LocalDate today) {
		if (text == null || text.length() < 10) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text.substring(0, 10));
			LocalDate latest = today.plusYears(1);
			return date.isBefore(EARLIEST) ? EARLIEST : date.isAfter(latest) ? latest : date;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** The entries of the report, for example {@code 2026-11} or {@code 2026-11-21}. */
	List<String> keys() {
		return this.from.datesUntil(this.to.plusDays(1)).map(this::key).distinct().toList();
	}

	String key(LocalDate day) {
		return this.byMonth ? YearMonth.from(day).toString() : day.toString();
	}

	long days() {
		return this.to.toEpochDay() - this.from.toEpochDay() + 1;
	}

	Instant start() {
		return this.from.atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	Instant end() {
		return this.to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

}

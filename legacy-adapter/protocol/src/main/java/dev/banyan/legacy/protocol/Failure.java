package dev.banyan.legacy.protocol;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.banyan.runtime.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client is told about a failure that no face expected.
 */
final class Failure {

	private static final Logger logger = LoggerFactory.getLogger(Failure.class);

	/** Class 22 of SQL's states: a value that does not fit its column. */
	private static final String DATA_EXCEPTION = "22";

	private static final Pattern COLUMN = Pattern.compile("column [\"'](\\w+)", Pattern.CASE_INSENSITIVE);

	private Failure() {
	}

	/**
	 * Turns it into an answer. What is nobody's fault but ours is logged.
	 * @param failure any failure
	 * @param request the request's method and path, for the log
	 * @return the failure itself if it is an answer; 503 for one that passes by itself;
	 * 400 for a value that cannot be kept; else 500
	 */
	static RestError of(RuntimeException failure, String request) {
		if (failure instanceof RestError expected) {
			return expected;
		}
		if (Unavailable.isPassing(failure)) {
			logger.warn("{} could not be answered: {}", request, failure.getMessage());
			return new RestError(503, "woocommerce_rest_unavailable",
					"A part of the shop is not available at the moment. Please try again.");
		}
		String column = unfitting(failure);
		if (column != null) {
			return new RestError(400, "rest_invalid_param", "Invalid parameter(s): " + column,
					Map.of("params", Map.of(column, "The value is too long or out of range.")));
		}
		logger.error("{} failed", request, failure);
		return new RestError(500, "internal_server_error", "The request could not be answered.");
	}

	private static @Nullable String unfitting(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null
					&& sql.getSQLState().startsWith(DATA_EXCEPTION)) {
				Matcher column = COLUMN.matcher(String.valueOf(sql.getMessage()));
				return column.find() ? column.group(1).toLowerCase(java.util.Locale.ROOT) : "";
			}
		}
		return null;
	}

}

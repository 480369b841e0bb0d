package dev.banyan.inventory.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys under which quantities were changed.
 */
@Component
class AppliedAdjustments {

	/** Nobody repeats a call for so long. */
	private static final Duration KEPT = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final Clock clock;

	AppliedAdjustments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Within the caller's transaction; false if the key was applied before. */
	boolean add(String key) {
		try {
			this.jdbc.sql("insert into inventory.applied_adjustment (adjustment_key, applied_at) values (?, ?)")
				.params(key, time(this.clock.instant()))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Within the caller's transaction, which fails if one was applied before. */
	void addAll(List<String> keys) {
		LocalDateTime now = time(this.clock.instant());
		this.jdbc
			.sql("insert into inventory.applied_adjustment (adjustment_key, applied_at) values "
					+ String.join(", ", Collections.nCopies(keys.size(), "(?, ?)")))
			.params(keys.stream().flatMap((key) -> Stream.<Object>of(key, now)).toList())
			.update();
	}

	@Scheduled(fixedDelayString = "1h")
	void forgetOld() {
		this.jdbc.sql("delete from inventory.applied_adjustment where applied_at < ?")
			.param(time(this.clock.instant().minus(KEPT)))
			.update();
	}

	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}

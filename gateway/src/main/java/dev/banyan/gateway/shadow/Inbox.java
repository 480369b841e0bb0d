package dev.banyan.gateway.shadow;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.banyan.gateway.moves.Judgement;
import dev.banyan.gateway.moves.ShadowFindings;
import dev.banyan.gateway.moves.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The diff inbox: one item for each distinct difference, stored once a second.
 */
@Component
class Inbox implements ShadowFindings {

	private static final int PENDING = 1_000;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Map<String, Pending> pending = new ConcurrentHashMap<>();

	private final Map<String, Tally> compared = new ConcurrentHashMap<>();

	private final LongAdder dropped = new LongAdder();

	Inbox(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Tally(Instant since, AtomicLong count) {
	}

	private record Pending(String capability, String resource, Difference difference, String example,
			AtomicLong count) {
	}

	/**
	 * An item.
	 *
	 * @param id its id
	 * @param capability whose answers differ
	 * @param resource method and path, ids left out
	 * @param place where in the answer
	 * @param kind how
	 * @param occurrences how often
	 * @param firstSeen when first
	 * @param lastSeen when last
	 * @param example a request that shows it
	 * @param home what the home said there
	 * @param candidate what the candidate said
	 * @param acceptedBy who accepted it
	 * @param acceptedReason why
	 * @param acceptedUntil until when
	 */
	record Item(String id, String capability, String resource, String place, String kind, long occurrences,
			Instant firstSeen, Instant lastSeen, String example, String home, String candidate,
			@Nullable String acceptedBy, @Nullable String acceptedReason, @Nullable Instant acceptedUntil) {
	}

	void compared(String capability, String method, String uri, List<Difference> differences) {
		this.compared.computeIfAbsent(capability, (name) -> new Tally(Instant.EPOCH, new AtomicLong()))
			.count()
			.incrementAndGet();
		String path = (uri.indexOf('?') < 0) ? uri : uri.substring(0, uri.indexOf('?'));
		String resource = cut(method + " " + path.replaceAll("/\\d+", "/{id}"), 200);
		for (Difference difference : differences) {
			String id = UUID
				.nameUUIDFromBytes(String.join("\n", capability, resource, difference.place(), difference.kind().name())
					.getBytes(StandardCharsets.UTF_8))
				.toString();
			if (this.pending.size() >= PENDING && !this.pending.containsKey(id)) {
				this.dropped.increment();
				continue;
			}
			this.pending
				.computeIfAbsent(id,
						(key) -> new Pending(capability, resource, difference, cut(uri, 500), new AtomicLong()))
				.count()
				.incrementAndGet();
		}
	}

	@Scheduled(fixedDelay = 1000)
	void store() {
		for (String id : List.copyOf(this.pending.keySet())) {
			Pending item = this.pending.remove(id);
			if (item != null) {
				store(id, item);
			}
		}
	}

	private void store(String id, Pending item) {
		if (update(id, item) == 1) {
			return;
		}
		LocalDateTime now = at(this.clock.instant());
		Difference difference = item.difference();
		try {
			this.jdbc.sql("""
					insert into gateway.shadow_difference (id, capability, resource, place, kind, occurrences,
					first_seen, last_seen, example, home_says, candidate_says)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(id, item.capability(), item.resource(), cut(difference.place(), 300), difference.kind().name(),
						item.count().get(), now, now, item.example(), difference.home(), difference.candidate())
				.update();
		}
		catch (DuplicateKeyException ex) {
			update(id, item);
		}
	}

	private int update(String id, Pending item) {
		return this.jdbc
			.sql("update gateway.shadow_difference set occurrences = occurrences + ?, last_seen = ? where id = ?")
			.params(item.count().get(), at(this.clock.instant()), id)
			.update();
	}

	List<Item> items() {
		return this.jdbc.sql("select * from gateway.shadow_difference order by last_seen desc")
			.query((row, number) -> item(row))
			.list();
	}

	boolean accept(String id, String owner, String reason, Instant until) {
		return this.jdbc.sql("""
				update gateway.shadow_difference set accepted_by = ?, accepted_reason = ?, accepted_until = ?
				where id = ?""").params(owner, reason, at(until), id).update() == 1;
	}

	@Override
	public Judgement judge(String capability, Instant since, long enough) {
		Tally tally = this.compared.compute(capability, (name, known) -> (known != null && known.since().equals(since))
				? known : new Tally(since, new AtomicLong()));
		Long open = this.jdbc.sql("""
				select count(*) from gateway.shadow_difference where capability = ? and last_seen >= ?
				and (accepted_until is null or accepted_until < ?)""")
			.params(capability, at(since), at(this.clock.instant()))
			.query(Long.class)
			.single();
		String words = tally.count() + " answers compared, " + open + " open differences";
		if (open > 0) {
			return new Judgement(Verdict.FAIL, words);
		}
		return new Judgement((tally.count().get() >= enough) ? Verdict.PASS : Verdict.INCONCLUSIVE, words);
	}

	private static Item item(ResultSet row) throws SQLException {
		return new Item(row.getString("id"), row.getString("capability"), row.getString("resource"),
				row.getString("place"), row.getString("kind"), row.getLong("occurrences"), instant(row, "first_seen"),
				instant(row, "last_seen"), row.getString("example"), row.getString("home_says"),
				row.getString("candidate_says"), row.getString("accepted_by"), row.getString("accepted_reason"),
				(row.getObject("accepted_until") != null) ? instant(row, "accepted_until") : null);
	}

	private static String cut(String text, int length) {
		return (text.length() > length) ? text.substring(0, length) : text;
	}

	private static LocalDateTime at(Instant instant) {
		return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

}

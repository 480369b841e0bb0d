package dev.banyan.gateway.moves;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.banyan.gateway.routing.Home;
import dev.banyan.gateway.routing.RoutingTable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How the moves stand and what both homes do meanwhile.
 */
@Component
class Standings {

	private static final int MINUTE = 60;

	/** The seconds of one point of a chart. */
	private static final int STRETCH = 5;

	private final Moves moves;

	private final RoutingTable table;

	private final Measurements measurements;

	private final PromotionLoop loop;

	private final Freeze freeze;

	private final Clock clock;

	Standings(Moves moves, RoutingTable table, Measurements measurements, PromotionLoop loop, Freeze freeze,
			Clock clock) {
		this.moves = moves;
		this.table = table;
		this.measurements = measurements;
		this.loop = loop;
		this.freeze = freeze;
		this.clock = clock;
	}

	/**
	 * All of it.
	 *
	 * @param at when
	 * @param stretch the seconds of one point of a series
	 * @param homes the homes there are
	 * @param frozen the freeze, if there is one
	 * @param moves by capability
	 * @param journal newest first
	 */
	record All(Instant at, int stretch, List<Address> homes, Freeze.@Nullable Frozen frozen, List<Standing> moves,
			List<JournalEntry> journal) {
	}

	/**
	 * A home.
	 *
	 * @param name its name
	 * @param legacy whether it is the live shop, with a store of its own
	 */
	record Address(String name, boolean legacy) {
	}

	/**
	 * One capability.
	 *
	 * @param move its move
	 * @param sameStore whether the candidate may write
	 * @param judgement what the promotion loop's last look at the candidate said; null
	 * while there is none
	 * @param held which gate keeps it from its next weight; empty text if none does
	 * @param homes what each home did in the last minute
	 * @param series the last five minutes, oldest first
	 */
	record Standing(Move move, boolean sameStore, @Nullable Judgement judgement, String held, Map<String, Live> homes,
			Map<String, List<Live>> series) {
	}

	/**
	 * What a home did.
	 *
	 * @param requestsPerSecond requests a second
	 * @param failedShare the share it failed, 0 to 1
	 * @param p50Millis the median
	 * @param p99Millis what 99 of 100 did not exceed
	 */
	record Live(double requestsPerSecond, double failedShare, double p50Millis, double p99Millis) {

		static Live of(Figures figures, int seconds) {
			return new Live(figures.requests() / (double) seconds,
					(figures.requests() == 0) ? 0 : figures.failures() / (double) figures.requests(),
					figures.quantile(0.5).toNanos() / 1e6, figures.quantile(0.99).toNanos() / 1e6);
		}

	}

	All all() {
		return new All(this.clock.instant(), STRETCH,
				this.table.homes().stream().map((home) -> new Address(home.name(), home.legacy())).toList(),
				this.freeze.current().orElse(null), this.moves.all().values().stream().map(this::of).toList(),
				this.moves.journal(100));
	}

	Standing one(String capability) {
		return of(this.moves.split(capability));
	}

	String words(String capability) {
		String freeze = this.freeze.current()
			.map((frozen) -> "frozen since %s by %s: %s%n".formatted(frozen.since(), frozen.who(), frozen.reason()))
			.orElse("");
		List<Split> splits = capability.equals("all") ? List.copyOf(this.moves.all().values())
				: List.of(this.moves.split(capability));
		return freeze + splits.stream().map((split) -> words(of(split))).collect(Collectors.joining());
	}

	private static String words(Standing standing) {
		Move move = standing.move();
		StringBuilder words = new StringBuilder(move.capability() + ": " + JournalEntry.words(move) + "\n");
		standing.homes()
			.forEach((home, live) -> words
				.append("  %-12s %8.1f requests/s  %5.1f %% failed  p50 %8.1f ms  p99 %8.1f ms%n".formatted(home,
						live.requestsPerSecond(), 100 * live.failedShare(), live.p50Millis(), live.p99Millis())));
		if (standing.judgement() != null) {
			words.append("  ")
				.append(standing.judgement().verdict())
				.append(": ")
				.append(standing.judgement().reason())
				.append('\n');
		}
		return words.append(standing.held().isEmpty() ? "" : "  held: " + standing.held() + "\n").toString();
	}

	private Standing of(Split split) {
		String capability = split.move().capability();
		Map<String, Live> lately = new TreeMap<>();
		Map<String, List<Live>> series = new TreeMap<>();
		Instant since = this.clock.instant().minusSeconds(MINUTE);
		Home candidate = split.candidate();
		for (Home home : (candidate != null) ? List.of(split.home(), candidate) : List.of(split.home())) {
			lately.put(home.name(), Live.of(this.measurements.since(capability, home.name(), since), MINUTE));
			series.put(home.name(),
					this.measurements.series(capability, home.name(), STRETCH)
						.stream()
						.map((figures) -> Live.of(figures, STRETCH))
						.toList());
		}
		Judgement judgement = (candidate != null) ? this.loop.last(split.move()).orElse(null) : null;
		return new Standing(split.move(), split.sameStore(), judgement, this.loop.held(capability), lately, series);
	}

}

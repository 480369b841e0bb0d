package dev.banyan.gateway.moves;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import dev.banyan.gateway.routing.GatewaySettings;
import dev.banyan.gateway.routing.RoutingTable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real loop over the real store, second by second on a clock of its own: 200 requests
 * a second, shared out at random, as many runs as it takes to tell chance from skill.
 */
class PromotionLoopTests {

	private static final int RATE = 200;

	private static final int RUNS = 40;

	private static final long NEVER = Long.MAX_VALUE;

	/** How one request goes. */
	private interface Behaviour {

		/** Milliseconds; negative if it fails after as many. */
		double answer(Random random);

	}

	private static final Behaviour HEALTHY = (random) -> 2 + 3 * Math.exp(random.nextGaussian());

	@Test
	void fivePercentErrorsAtAQuarterAreBackWithinThreeSecondsOfAHundredSamples() {
		int[] number = { 0 };
		Behaviour everyTwentieth = (random) -> (++number[0] % 20 == 0) ? -5 : HEALTHY.answer(random);
		assertThat(runs((seed) -> secondsOfTheLoop(25, false, everyTwentieth, seed, 60)))
			.allMatch((seconds) -> seconds <= 2 + 3);
	}

	@Test
	void errorsThatComeAtRandomAreBackHardlyLater() {
		Behaviour sick = (random) -> (random.nextInt(20) == 0) ? -5 : HEALTHY.answer(random);
		List<Long> seconds = runs((seed) -> secondsOfTheLoop(25, false, sick, seed, 60));
		assertThat(seconds).allMatch((second) -> second <= 20);
		assertThat(seconds.get(RUNS * 9 / 10)).isLessThanOrEqualTo(2 + 3);
	}

	@Test
	void aLatenessOfThreeHundredMillisecondsIsBackWithinThreeSecondsOfAHundredSamples() {
		Behaviour late = (random) -> HEALTHY.answer(random) + ((random.nextInt(10) == 0) ? 300 : 0);
		assertThat(runs((seed) -> secondsOfTheLoop(25, false, late, seed, 60))).allMatch((seconds) -> seconds <= 2 + 3);
	}

	@Test
	void onePercentOfTheConsumersSuffersNoMoreThanTenSeconds() {
		assertThat(runs((seed) -> secondsOfTheLoop(1, false, (random) -> -5, seed, 60)))
			.allMatch((seconds) -> seconds <= 10);
	}

	@Test
	void fivePercentErrorsAtOnePercentAreHeldAndBackWithinFiveMinutes() {
		Behaviour sick = (random) -> (random.nextInt(20) == 0) ? -5 : HEALTHY.answer(random);
		List<Long> seconds = runs((seed) -> secondsOfTheLoop(1, true, sick, seed, 300));
		assertThat(seconds).allMatch((second) -> second <= 300);
		assertThat(seconds.get(RUNS / 2)).as("not on a few samples").isGreaterThan(10);
	}

	@Test
	void equalHomesStayForHalfAnHourWhateverTheyBothSuffer() {
		Behaviour asUsual = (random) -> (random.nextInt(500) == 0) ? -5
				: HEALTHY.answer(random) + ((random.nextInt(200) == 0) ? 500 : 0);
		for (int weight : new int[] { 1, 25, 100 }) {
			Simulation simulation = new Simulation(weight, false, weight);
			assertThat(simulation.seconds(asUsual, asUsual, 1800)).isEqualTo(NEVER);
		}
	}

	@Test
	void aHealthyCandidateGoesThroughEveryWeight() {
		Simulation simulation = new Simulation(1, true, 7);
		simulation.seconds(HEALTHY, HEALTHY, 200);
		assertThat(simulation.moves.split("inventory").move().weight()).isEqualTo(100);
		assertThat(simulation.moves.journal(20)).extracting(JournalEntry::to)
			.filteredOn((to) -> to.contains(" % at service"))
			.hasSize(8);
	}

	private static long secondsOfTheLoop(int weight, boolean automatic, Behaviour candidate, int seed, int limit) {
		return new Simulation(weight, automatic, seed).seconds(HEALTHY, candidate, limit);
	}

	private static List<Long> runs(IntToLongFunction run) {
		return IntStream.range(0, RUNS).mapToLong(run).sorted().boxed().toList();
	}

	private static final class Simulation {

		private final Time clock = new Time();

		private final Measurements measurements = new Measurements(this.clock);

		private final Random random;

		private final Moves moves;

		private final PromotionLoop loop;

		Simulation(int weight, boolean automatic, int seed) {
			this.random = new Random(seed);
			URI address = URI.create("http://127.0.0.1:1");
			RoutingTable table = new RoutingTable(new GatewaySettings(new GatewaySettings.Plain(0, address), address,
					Map.of("monolith", address, "service", address),
					Map.of("inventory",
							new GatewaySettings.Capability("monolith", List.of("/api/v1/stock"), List.of())),
					Map.of()));
			this.moves = new Moves(new MoveStates(store()), table, List.of(), this.clock);
			this.loop = new PromotionLoop(this.moves, this.measurements,
					(capability, since, enough) -> new Judgement(Verdict.INCONCLUSIVE, "no shadow"),
					new Limits(0.01, Duration.ofSeconds(2), Duration.ofMillis(100), 0.0005, 0.01, 100), this.clock);
			this.moves.apply("inventory", new Signal.Canary("service", weight), "test", "go");
			if (automatic) {
				this.moves.apply("inventory", new Signal.Automate(true), "test", "go");
			}
		}

		private static JdbcClient store() {
			JdbcDataSource database = new JdbcDataSource();
			database.setUrl("jdbc:h2:mem:" + UUID.randomUUID()
					+ ";DB_CLOSE_DELAY=1;INIT=create schema if not exists gateway\\;set schema gateway");
			new ResourceDatabasePopulator(new ClassPathResource("db/migration/gateway/V2__create_moves.sql"))
				.execute(database);
			return JdbcClient.create(database);
		}

		/** After how many seconds the move is rolled back. */
		long seconds(Behaviour home, Behaviour candidate, int limit) {
			for (long second = 1; second <= limit; second++) {
				this.clock.now = this.clock.now.plusSeconds(1);
				int weight = this.moves.split("inventory").move().weight();
				for (int request = 0; request < RATE; request++) {
					boolean moved = this.random.nextInt(100) < weight;
					double millis = (moved ? candidate : home).answer(this.random);
					this.measurements.count("inventory", moved ? "service" : "monolith",
							Duration.ofNanos((long) (Math.abs(millis) * 1_000_000)), millis < 0);
				}
				this.loop.tick();
				if (this.moves.split("inventory").move().phase() == Phase.HOME) {
					return second;
				}
			}
			return NEVER;
		}

	}

	private static final class Time extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}

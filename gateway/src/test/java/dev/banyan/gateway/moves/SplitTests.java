package dev.banyan.gateway.moves;

import java.net.URI;
import java.time.Instant;
import java.util.stream.IntStream;

import dev.banyan.gateway.routing.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SplitTests {

	private static final int CONSUMERS = 20_000;

	private static final Home LEGACY = new Home("legacy", URI.create("http://127.0.0.1:1"), true);

	private static final Home MONOLITH = new Home("monolith", URI.create("http://127.0.0.1:2"), false);

	private static final Home SERVICE = new Home("service", URI.create("http://127.0.0.1:3"), false);

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 50 })
	void sharesConsumersOutWithinFourSigma(int weight) {
		Split split = split(MONOLITH, weight);
		long moved = IntStream.range(0, CONSUMERS)
			.filter((consumer) -> split.choose("key-" + consumer, true, null) == SERVICE)
			.count();
		double expected = CONSUMERS * weight / 100.0;
		double sigma = Math.sqrt(expected * (1 - weight / 100.0));
		assertThat((double) moved).isBetween(expected - 4 * sigma, expected + 4 * sigma);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 50 })
	void servesOfAHundredThousandRequestsTheShareOfTheConsumersWhoMoved(int weight) {
		Split split = split(MONOLITH, weight);
		long below = IntStream.range(0, CONSUMERS)
			.filter((consumer) -> Split.bucket("inventory", "key-" + consumer) < weight * 100)
			.count();
		long moved = IntStream.range(0, 100_000)
			.filter((request) -> split.choose("key-" + request % CONSUMERS, true, null) == SERVICE)
			.count();
		assertThat(moved).isEqualTo(below * 100_000 / CONSUMERS);
	}

	@Test
	void keepsEverybodyWhoMovedWhileTheWeightGrows() {
		for (int consumer = 0; consumer < CONSUMERS; consumer++) {
			boolean moved = false;
			for (int weight : new int[] { 0, 1, 2, 5, 10, 25, 50, 100 }) {
				boolean now = split(MONOLITH, weight).choose("key-" + consumer, true, null) == SERVICE;
				assertThat(now || !moved).isTrue();
				moved = now;
			}
			assertThat(moved).isTrue();
		}
	}

	@Test
	void movesOtherConsumersFirstForAnotherCapability() {
		long both = IntStream.range(0, CONSUMERS)
			.filter((consumer) -> Split.bucket("catalog", "key-" + consumer) < 5000
					&& Split.bucket("inventory", "key-" + consumer) < 5000)
			.count();
		assertThat(both).isBetween(CONSUMERS / 4 - 250L, CONSUMERS / 4 + 250L);
	}

	@Test
	void leavesWritesToTheOwnerOfAnotherStore() {
		Split split = split(LEGACY, 100);
		assertThat(split.choose("key", true, null)).isSameAs(SERVICE);
		assertThat(split.choose("key", false, null)).isSameAs(LEGACY);
		assertThat(split.choose("key", false, "service")).isSameAs(LEGACY);
		assertThat(split(MONOLITH, 100).choose("key", false, null)).isSameAs(SERVICE);
	}

	@Test
	void obeysATester() {
		assertThat(split(MONOLITH, 0).choose("key", true, "service")).isSameAs(SERVICE);
		assertThat(split(MONOLITH, 100).choose("key", true, "monolith")).isSameAs(MONOLITH);
	}

	private static Split split(Home home, int weight) {
		Move move = Move.atHome("inventory", home.name()).next(new Signal.Canary("service", weight), Instant.EPOCH);
		return new Split(move, home, SERVICE);
	}

}

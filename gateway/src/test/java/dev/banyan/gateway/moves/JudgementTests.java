package dev.banyan.gateway.moves;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class JudgementTests {

	private static final Limits LIMITS = new Limits(0.01, Duration.ofSeconds(2), Duration.ofMillis(100), 0.0005, 0.01,
			100);

	@Test
	void passesEnoughGoodRequests() {
		assertThat(judge(figures(100, 0, 20), figures(300, 0, 20))).isEqualTo(Verdict.PASS);
	}

	@Test
	void holdsWithTooFew() {
		assertThat(judge(figures(99, 0, 20), figures(300, 0, 20))).isEqualTo(Verdict.INCONCLUSIVE);
		assertThat(judge(Figures.NONE, Figures.NONE)).isEqualTo(Verdict.INCONCLUSIVE);
	}

	@Test
	void failsFivePercentErrorsOfAFewHundred() {
		assertThat(judge(figures(250, 12, 20), figures(750, 0, 20))).isEqualTo(Verdict.FAIL);
	}

	@Test
	void failsAFewRequestsThatAllFail() {
		assertThat(judge(figures(3, 3, 20), figures(500, 0, 20))).isEqualTo(Verdict.FAIL);
	}

	@Test
	void holdsWhereFivePercentMayBeChance() {
		assertThat(judge(figures(60, 3, 20), figures(6_000, 0, 20))).isEqualTo(Verdict.INCONCLUSIVE);
		assertThat(judge(figures(400, 20, 20), figures(40_000, 0, 20))).isEqualTo(Verdict.FAIL);
	}

	@Test
	void doesNotBlameTheCandidateForWhatBothHomesSuffer() {
		assertThat(judge(figures(250, 25, 20), figures(750, 75, 20))).isEqualTo(Verdict.INCONCLUSIVE);
	}

	@Test
	void judgesAloneByTheLimit() {
		assertThat(judge(figures(250, 12, 20), Figures.NONE)).isEqualTo(Verdict.FAIL);
	}

	@Test
	void failsRequestsMuchSlowerThanAtTheOtherHome() {
		assertThat(judge(figures(100, 0, 320), figures(300, 0, 20))).isEqualTo(Verdict.FAIL);
		assertThat(judge(figures(100, 0, 60), figures(300, 0, 20))).isEqualTo(Verdict.PASS);
	}

	@Test
	void doesNotFailEqualHomesOverHalfAnHourOfLooks() {
		Random random = new Random(42);
		for (int second = 0; second < 1800; second++) {
			int requests = 500;
			int failures = 0;
			int otherFailures = 0;
			for (int i = 0; i < requests; i++) {
				failures += (random.nextDouble() < 0.005) ? 1 : 0;
				otherFailures += (random.nextDouble() < 0.005) ? 1 : 0;
			}
			assertThat(judge(figures(requests, failures, 20), figures(requests, otherFailures, 20)))
				.isNotEqualTo(Verdict.FAIL);
		}
	}

	@Test
	void findsRandomFivePercentErrorsWithinFiveSecondsOfFiftyRequestsInAlmostAllRuns() {
		Random random = new Random(42);
		int found = 0;
		for (int run = 0; run < 1000; run++) {
			int failures = 0;
			boolean failed = false;
			for (int request = 1; request <= 250; request++) {
				failures += (random.nextDouble() < 0.05) ? 1 : 0;
				failed |= request % 25 == 0
						&& judge(figures(request, failures, 20), figures(request * 3, 0, 20)) == Verdict.FAIL;
			}
			found += failed ? 1 : 0;
		}
		assertThat(found).isGreaterThan(940);
	}

	@Test
	void knowsExactProbabilities() {
		assertThat(Chance.atLeast(1, 2, 0.5)).isCloseTo(0.75, within(1e-9));
		assertThat(Chance.atLeast(12, 250, 0.01)).isCloseTo(1.0639e-5, within(1e-9));
		assertThat(Chance.moreThanOther(3, 4, 1, 4)).isCloseTo(17.0 / 70, within(1e-9));
		assertThat(Chance.moreThanOther(5, 100, 0, 300)).isCloseTo(0.00091, within(5e-5));
	}

	@Test
	void putsLatenciesIntoBucketsThatHoldThem() {
		for (long micros = 4; micros < 60_000_000; micros = micros * 11 / 10 + 1) {
			int bucket = Figures.bucket(Duration.ofNanos(micros * 1000));
			assertThat(Figures.border(bucket)).isGreaterThan(Duration.ofNanos(micros * 1000));
			assertThat(Figures.border(bucket - 1)).isLessThanOrEqualTo(Duration.ofNanos(micros * 1000));
		}
	}

	private static Verdict judge(Figures candidate, Figures other) {
		return Judgement.of(candidate, other, LIMITS).verdict();
	}

	private static Figures figures(int requests, int failures, int millis) {
		long[] latencies = new long[Figures.BUCKETS];
		latencies[Figures.bucket(Duration.ofMillis(millis))] = requests;
		return new Figures(requests, failures, latencies);
	}

}

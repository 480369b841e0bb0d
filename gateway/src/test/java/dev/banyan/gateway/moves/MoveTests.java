package dev.banyan.gateway.moves;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoveTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final Move atHome = Move.atHome("inventory", "monolith");

	private final Move shadowed = this.atHome.next(new Signal.Shadow("service"), NOW);

	private final Move quarter = this.shadowed.next(new Signal.Canary("service", 25), NOW);

	@Test
	void goesFromHomeOverShadowAndCanaryToTheNewHome() {
		assertThat(this.shadowed.phase()).isEqualTo(Phase.SHADOW);
		assertThat(this.quarter.weight()).isEqualTo(25);
		Move settled = this.quarter.next(new Signal.Canary("service", 100), NOW).next(new Signal.Settle(), NOW);
		assertThat(settled.phase()).isEqualTo(Phase.HOME);
		assertThat(settled.home()).isEqualTo("service");
		assertThat(settled.candidate()).isNull();
	}

	@Test
	void rollsBackAtOnceToWhereItWas() {
		Move back = this.quarter.next(new Signal.RollBack(), NOW);
		assertThat(back).isEqualTo(
				new Move("inventory", "monolith", null, Phase.HOME, 0, false, false, NOW, this.quarter.revision() + 1));
	}

	@Test
	void rollsBackOnAFailAlsoWhilePausedAndAfterTheLastStep() {
		Signal fail = new Signal.Judged(Verdict.FAIL, "");
		assertThat(this.quarter.next(new Signal.Pause(), NOW).next(fail, NOW).phase()).isEqualTo(Phase.HOME);
		assertThat(this.quarter.next(new Signal.Canary("service", 100), NOW).next(fail, NOW).phase())
			.isEqualTo(Phase.HOME);
	}

	@Test
	void promotesThroughEveryWeightButNotBeforeTheStepIsOver() {
		Signal pass = new Signal.Judged(Verdict.PASS, "");
		Move move = this.shadowed.next(new Signal.Automate(true), NOW);
		assertThat(move.next(pass, NOW.plusSeconds(9))).isSameAs(move);
		List<Integer> weights = new ArrayList<>();
		Instant now = NOW;
		for (int step = 0; step < 8; step++) {
			now = now.plus(Move.STEP);
			move = move.next(pass, now);
			weights.add(move.weight());
		}
		assertThat(weights).containsExactly(1, 2, 5, 10, 25, 50, 100, 100);
	}

	@Test
	void holdsWhenManualPausedInconclusiveOrInError() {
		Instant later = NOW.plusSeconds(60);
		Signal pass = new Signal.Judged(Verdict.PASS, "");
		assertThat(this.quarter.next(pass, later)).isSameAs(this.quarter);
		Move paused = this.quarter.next(new Signal.Automate(true), NOW).next(new Signal.Pause(), NOW);
		assertThat(paused.next(pass, later)).isSameAs(paused);
		Move automatic = this.quarter.next(new Signal.Automate(true), NOW);
		assertThat(automatic.next(new Signal.Judged(Verdict.INCONCLUSIVE, ""), later)).isSameAs(automatic);
		assertThat(automatic.next(new Signal.Judged(Verdict.ERROR, ""), later)).isSameAs(automatic);
	}

	@Test
	void settlesOnlyWithEverybodyOnTheCandidate() {
		assertThatThrownBy(() -> this.quarter.next(new Signal.Settle(), NOW)).isInstanceOf(IllegalTransition.class)
			.hasMessageContaining("inventory is in phase CANARY at 25 %");
	}

	@Test
	void refusesAnotherCandidateAndItsOwnHome() {
		assertThatThrownBy(() -> this.quarter.next(new Signal.Canary("legacy", 50), NOW))
			.hasMessageContaining("on its way to service");
		assertThatThrownBy(() -> this.atHome.next(new Signal.Shadow("monolith"), NOW))
			.hasMessageContaining("its home already");
		assertThatThrownBy(() -> this.atHome.next(new Signal.Canary("service", 101), NOW))
			.hasMessageContaining("0 to 100");
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatTheTableDoesNotList(Move move, Signal signal) {
		assertThatThrownBy(() -> move.next(signal, NOW)).isInstanceOf(IllegalTransition.class)
			.hasMessageContaining(move.phase().name())
			.hasMessageContaining(signal.getClass().getSimpleName());
	}

	static Stream<Arguments> refusesWhatTheTableDoesNotList() {
		MoveTests tests = new MoveTests();
		List<Signal> signals = List.of(new Signal.Shadow("service"), new Signal.Canary("service", 5),
				new Signal.Automate(true), new Signal.Judged(Verdict.PASS, ""), new Signal.Pause(), new Signal.Resume(),
				new Signal.RollBack(), new Signal.Settle());
		return Stream.of(tests.atHome, tests.shadowed, tests.quarter)
			.flatMap((move) -> signals.stream()
				.filter((signal) -> !Transition.legal(move.phase(), signal))
				.map((signal) -> Arguments.of(move, signal)));
	}

	@Test
	void onlyEverReachesPhasesThatTheTableLists() {
		Instant later = NOW.plusSeconds(60);
		for (Move move : List.of(this.shadowed, this.quarter)) {
			Move automatic = move.next(new Signal.Automate(true), NOW);
			for (Verdict verdict : Verdict.values()) {
				Signal signal = new Signal.Judged(verdict, "");
				assertThat(Transition.legal(move.phase(), signal, automatic.next(signal, later).phase())).isTrue();
			}
		}
	}

}

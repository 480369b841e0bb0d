package dev.banyan.gateway.moves;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * One capability, its home and, while it is moved, its candidate.
 *
 * @param capability the capability's name
 * @param home the home that served it before the move
 * @param candidate the home it is moved to; null in phase HOME
 * @param phase where the move stands
 * @param weight the share of consumers that the candidate serves, in percent, 0 to 100
 * @param automatic whether the promotion loop may raise the weight
 * @param paused whether the weight is held
 * @param since when phase or weight last changed
 * @param revision counts the changes; a change is only stored over the revision it was
 * decided on
 */
public record Move(String capability, String home, @Nullable String candidate, Phase phase, int weight,
		boolean automatic, boolean paused, Instant since, long revision) {

	/** How long the figures of a step are watched before the next one. */
	public static final Duration STEP = Duration.ofSeconds(10);

	private static final int[] WEIGHTS = { 1, 2, 5, 10, 25, 50, 100 };

	/**
	 * A capability at rest.
	 * @param capability its name
	 * @param home its home
	 * @return phase HOME, revision 0
	 */
	public static Move atHome(String capability, String home) {
		return new Move(capability, home, null, Phase.HOME, 0, false, false, Instant.EPOCH, 0);
	}

	/**
	 * What follows from a signal. Pure: nothing but the arguments decides.
	 * @param signal what happened
	 * @param now when
	 * @return the move after it; this very object if nothing changes
	 * @throws IllegalTransition if the signal means nothing in this phase
	 */
	public Move next(Signal signal, Instant now) {
		if (!Transition.legal(this.phase, signal)) {
			throw new IllegalTransition(this, signal,
					(this.phase == Phase.HOME) ? "No move is under way." : "It means nothing in this phase.");
		}
		return switch (signal) {
			case Signal.Shadow(String to) -> at(towards(to, signal), Phase.SHADOW, 0, now);
			case Signal.Canary(String to, int share) -> split(towards(to, signal), share, signal, now);
			case Signal.Automate(boolean on) -> (on == this.automatic) ? this : copy(on, this.paused, this.since);
			case Signal.Judged(Verdict verdict, String reason) -> judged(verdict, now);
			case Signal.Pause() -> this.paused ? this : copy(this.automatic, true, this.since);
			case Signal.Resume() -> this.paused ? copy(this.automatic, false, now) : this;
			case Signal.RollBack() -> rest(this.home, now);
			case Signal.Settle() -> settled(signal, now);
		};
	}

	private Move split(String to, int share, Signal signal, Instant now) {
		if (share < 0 || share > 100) {
			throw new IllegalTransition(this, signal, "A weight is 0 to 100 percent.");
		}
		return at(to, Phase.CANARY, share, now);
	}

	private Move settled(Signal signal, Instant now) {
		if (this.weight < 100) {
			throw new IllegalTransition(this, signal, "Only a candidate that serves everybody becomes the home.");
		}
		return rest(Objects.requireNonNull(this.candidate), now);
	}

	private Move judged(Verdict verdict, Instant now) {
		return switch (verdict) {
			case FAIL -> (this.phase == Phase.CANARY) ? rest(this.home, now) : this;
			case PASS -> promotable(now)
					? at(Objects.requireNonNull(this.candidate), Phase.CANARY, heavier(this.weight), now) : this;
			case ERROR, INCONCLUSIVE -> this;
		};
	}

	private boolean promotable(Instant now) {
		return this.automatic && !this.paused && this.weight < 100 && !now.isBefore(this.since.plus(STEP));
	}

	private static int heavier(int weight) {
		return IntStream.of(WEIGHTS).filter((next) -> next > weight).findFirst().orElse(100);
	}

	private String towards(String to, Signal signal) {
		if (to.equals(this.home)) {
			throw new IllegalTransition(this, signal, to + " is its home already.");
		}
		if (this.candidate != null && !to.equals(this.candidate)) {
			throw new IllegalTransition(this, signal, "It is on its way to " + this.candidate + ".");
		}
		return to;
	}

	private Move at(String to, Phase next, int share, Instant now) {
		return new Move(this.capability, this.home, to, next, share, this.automatic, this.paused, now,
				this.revision + 1);
	}

	private Move rest(String where, Instant now) {
		return new Move(this.capability, where, null, Phase.HOME, 0, false, false, now, this.revision + 1);
	}

	private Move copy(boolean automate, boolean pause, Instant when) {
		return new Move(this.capability, this.home, this.candidate, this.phase, this.weight, automate, pause, when,
				this.revision + 1);
	}

}

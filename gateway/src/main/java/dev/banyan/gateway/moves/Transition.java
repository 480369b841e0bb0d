package dev.banyan.gateway.moves;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The legal transitions: in which phase a signal means something, and which phases may
 * follow. Everything else is refused.
 */
public enum Transition {

	/** Start comparing. */
	COMPARE(Signal.Shadow.class, Set.of(Phase.HOME, Phase.SHADOW), Set.of(Phase.SHADOW)),
	/** Start to serve a share, or change it. */
	SPLIT(Signal.Canary.class, Set.of(Phase.HOME, Phase.SHADOW, Phase.CANARY), Set.of(Phase.CANARY)),
	/** Hand the weight to the promotion loop or take it back. */
	AUTOMATE(Signal.Automate.class, Set.of(Phase.SHADOW, Phase.CANARY), Set.of(Phase.SHADOW, Phase.CANARY)),
	/** Promote, hold or roll back by the figures. */
	JUDGE(Signal.Judged.class, Set.of(Phase.SHADOW, Phase.CANARY), Set.of(Phase.HOME, Phase.SHADOW, Phase.CANARY)),
	/** Hold. */
	PAUSE(Signal.Pause.class, Set.of(Phase.SHADOW, Phase.CANARY), Set.of(Phase.SHADOW, Phase.CANARY)),
	/** Go on. */
	RESUME(Signal.Resume.class, Set.of(Phase.SHADOW, Phase.CANARY), Set.of(Phase.SHADOW, Phase.CANARY)),
	/** Undo. */
	ROLL_BACK(Signal.RollBack.class, Set.of(Phase.SHADOW, Phase.CANARY), Set.of(Phase.HOME)),
	/** Finish; only with all consumers on the candidate. */
	SETTLE(Signal.Settle.class, Set.of(Phase.CANARY), Set.of(Phase.HOME));

	private final Class<? extends Signal> signal;

	private final Set<Phase> from;

	private final Set<Phase> to;

	Transition(Class<? extends Signal> signal, Set<Phase> from, Set<Phase> to) {
		this.signal = signal;
		this.from = from;
		this.to = to;
	}

	/**
	 * Whether a signal means something in a phase.
	 * @param phase the phase
	 * @param signal the signal
	 * @return false if it is to be refused
	 */
	public static boolean legal(Phase phase, Signal signal) {
		return rows().stream().anyMatch((row) -> row.signal.isInstance(signal) && row.from.contains(phase));
	}

	/**
	 * Whether a phase may follow another by a signal.
	 * @param from the phase before
	 * @param signal the signal
	 * @param to the phase after
	 * @return whether the table has such a row
	 */
	public static boolean legal(Phase from, Signal signal, Phase to) {
		return rows().stream()
			.anyMatch((row) -> row.signal.isInstance(signal) && row.from.contains(from) && row.to.contains(to));
	}

	private static List<Transition> rows() {
		return Arrays.asList(values());
	}

}

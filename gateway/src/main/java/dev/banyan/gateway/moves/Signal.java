package dev.banyan.gateway.moves;

/**
 * What can happen to a move.
 */
public sealed interface Signal {

	/**
	 * Copy safe requests to a candidate.
	 *
	 * @param candidate the home to compare with
	 */
	record Shadow(String candidate) implements Signal {
	}

	/**
	 * Serve a share of the consumers from a candidate.
	 *
	 * @param candidate the home that serves them
	 * @param weight the share in percent, 0 to 100
	 */
	record Canary(String candidate, int weight) implements Signal {
	}

	/**
	 * Let the promotion loop raise the weight, or stop it from doing so.
	 *
	 * @param on whether it may
	 */
	record Automate(boolean on) implements Signal {
	}

	/**
	 * The figures were judged.
	 *
	 * @param verdict the verdict
	 * @param reason the figures it follows from
	 */
	record Judged(Verdict verdict, String reason) implements Signal {
	}

	/** Hold the weight; rolling back stays possible. */
	record Pause() implements Signal {
	}

	/** Go on after a pause. */
	record Resume() implements Signal {
	}

	/** Everything back to where it was, at once. */
	record RollBack() implements Signal {
	}

	/** The candidate becomes the home; the move is over. */
	record Settle() implements Signal {
	}

}

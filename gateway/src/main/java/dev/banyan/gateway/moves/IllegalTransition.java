package dev.banyan.gateway.moves;

/**
 * A move cannot do what was asked of it where it stands.
 */
public class IllegalTransition extends RuntimeException {

	/**
	 * Names what was refused.
	 * @param move the move as it stands
	 * @param signal what was asked
	 * @param reason why not, a sentence
	 */
	public IllegalTransition(Move move, Signal signal, String reason) {
		super("%s is in phase %s at %d %%: %s refused. %s".formatted(move.capability(), move.phase(), move.weight(),
				signal.getClass().getSimpleName(), reason));
	}

}

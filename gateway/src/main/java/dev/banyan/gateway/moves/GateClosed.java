package dev.banyan.gateway.moves;

/**
 * A gate did not agree to a larger weight.
 */
public class GateClosed extends RuntimeException {

	/**
	 * Names what was refused.
	 * @param before the move as it stands, and stays
	 * @param after what was asked for
	 * @param refusal why not, a sentence
	 */
	public GateClosed(Move before, Move after, String refusal) {
		super("%s stays at %d %% instead of %d %%: %s".formatted(before.capability(), before.weight(), after.weight(),
				refusal));
	}

}

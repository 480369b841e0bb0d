package dev.banyan.gateway.moves;

/**
 * Where a move stands, in the order in which a move goes through them.
 */
public enum Phase {

	/** No move is under way: one home serves everything. */
	HOME,
	/** Safe requests are copied to the candidate and its answers compared. */
	SHADOW,
	/** A sticky share of the consumers is served by the candidate. */
	CANARY

}

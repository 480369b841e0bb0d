package dev.banyan.gateway.moves;

/**
 * What the figures of a candidate say.
 */
public enum Verdict {

	/** Enough requests, none of the limits broken. */
	PASS,
	/** A limit is broken, beyond what chance explains. */
	FAIL,
	/** The check itself could not be made. */
	ERROR,
	/** Too few requests to say; hold. */
	INCONCLUSIVE

}

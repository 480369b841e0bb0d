package dev.banyan.ordering;

/**
 * An order has no such line.
 */
public class UnknownLine extends RuntimeException {

	/**
	 * Names the line.
	 * @param id the id that was asked for
	 */
	public UnknownLine(long id) {
		super("The order has no line " + id);
	}

}

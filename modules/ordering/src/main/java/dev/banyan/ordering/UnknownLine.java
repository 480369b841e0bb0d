package dev.banyan.ordering;

/**
 * An order has no such line.
 */
public class UnknownLine extends RuntimeException {

	private final long id;

	/**
	 * Names the line.
	 * @param id the id that was asked for
	 */
	public UnknownLine(long id) {
		super("The order has no line " + id);
		this.id = id;
	}

	/**
	 * Tells which.
	 * @return the id that was asked for
	 */
	public long id() {
		return this.id;
	}

}

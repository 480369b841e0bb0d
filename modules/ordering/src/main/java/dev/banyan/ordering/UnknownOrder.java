package dev.banyan.ordering;

/**
 * There is no such order.
 */
public class UnknownOrder extends RuntimeException {

	private final long id;

	/**
	 * Names the order.
	 * @param id the id that was asked for
	 */
	public UnknownOrder(long id) {
		super("There is no order " + id);
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

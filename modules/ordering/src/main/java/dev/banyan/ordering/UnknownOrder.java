package dev.banyan.ordering;

/**
 * There is no such order.
 */
public class UnknownOrder extends RuntimeException {

	/**
	 * Names the order.
	 * @param id the id that was asked for
	 */
	public UnknownOrder(long id) {
		super("There is no order " + id);
	}

}

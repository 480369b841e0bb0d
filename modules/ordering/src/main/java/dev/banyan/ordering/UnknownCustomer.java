package dev.banyan.ordering;

/**
 * An order names a customer that does not exist.
 */
public class UnknownCustomer extends RuntimeException {

	private final long id;

	/**
	 * Names the customer.
	 * @param id the id that was given
	 */
	public UnknownCustomer(long id) {
		super("There is no customer " + id);
		this.id = id;
	}

	/**
	 * Tells which.
	 * @return the id that was given
	 */
	public long id() {
		return this.id;
	}

}

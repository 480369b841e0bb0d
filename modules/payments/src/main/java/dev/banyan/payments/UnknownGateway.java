package dev.banyan.payments;

/**
 * There is no such payment gateway.
 */
public class UnknownGateway extends RuntimeException {

	private final String id;

	/**
	 * Names the gateway.
	 * @param id the id that was given
	 */
	public UnknownGateway(String id) {
		super("There is no payment gateway \"" + id + "\"");
		this.id = id;
	}

	/**
	 * Tells which.
	 * @return the id that was given
	 */
	public String id() {
		return this.id;
	}

}

package dev.banyan.customers;

/**
 * Another account has that e-mail address or username.
 */
public class CustomerConflict extends RuntimeException {

	private final boolean email;

	private final String taken;

	/**
	 * Names what is taken.
	 * @param email true for the e-mail address, false for the username
	 * @param taken the address or the name
	 */
	public CustomerConflict(boolean email, String taken) {
		super(taken + " is taken");
		this.email = email;
		this.taken = taken;
	}

	/**
	 * Whether the e-mail address is taken.
	 * @return false if it is the username
	 */
	public boolean email() {
		return this.email;
	}

	/**
	 * Tells which.
	 * @return the address or the name
	 */
	public String taken() {
		return this.taken;
	}

}

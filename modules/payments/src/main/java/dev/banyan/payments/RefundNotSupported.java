package dev.banyan.payments;

/**
 * A gateway cannot pay back by itself.
 */
public class RefundNotSupported extends RuntimeException {

	private final String gateway;

	/**
	 * Names the gateway.
	 * @param gateway its id
	 */
	public RefundNotSupported(String gateway) {
		super("The payment gateway \"" + gateway + "\" cannot refund");
		this.gateway = gateway;
	}

	/**
	 * Tells which.
	 * @return its id
	 */
	public String gateway() {
		return this.gateway;
	}

}

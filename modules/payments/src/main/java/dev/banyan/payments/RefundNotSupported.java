package dev.banyan.payments;

/**
 * A gateway cannot pay back by itself.
 */
public class RefundNotSupported extends RuntimeException {

	/**
	 * Names the gateway.
	 * @param gateway its id
	 */
	public RefundNotSupported(String gateway) {
		super("The payment gateway \"" + gateway + "\" cannot refund");
	}

}

package dev.banyan.payments;

/**
 * A provider refused to pay or to pay back. Nothing was paid.
 */
public class PaymentDeclined extends RuntimeException {

	/**
	 * Tells why.
	 * @param message the provider's reason, without anything secret
	 */
	public PaymentDeclined(String message) {
		super(message);
	}

}

package dev.banyan.ordering;

/**
 * A refund cannot be made. Nothing was paid and nothing went back into stock.
 */
public class RefundRefused extends RuntimeException {

	private final Reason reason;

	/** Why a refund cannot be made. */
	public enum Reason {

		/** The amount is negative, or more than is left of the order. */
		AMOUNT,
		/** The order's payment gateway does not exist. */
		NO_GATEWAY,
		/** The order's payment gateway cannot pay back. */
		NOT_SUPPORTED,
		/** The payment gateway refused. */
		DECLINED

	}

	/**
	 * Tells why.
	 * @param reason why
	 * @param message for people
	 */
	public RefundRefused(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/**
	 * Tells why.
	 * @return why
	 */
	public Reason reason() {
		return this.reason;
	}

}

package dev.banyan.ordering;

/**
 * An order may not use a coupon. The message is the sentence for the customer, as HTML.
 */
public class CouponNotApplicable extends RuntimeException {

	/**
	 * Refuses a coupon.
	 * @param message the sentence for the customer
	 * @param cause the refusal
	 */
	public CouponNotApplicable(String message, Throwable cause) {
		super(message, cause);
	}

}

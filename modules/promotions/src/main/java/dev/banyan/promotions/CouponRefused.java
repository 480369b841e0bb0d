package dev.banyan.promotions;

/**
 * A coupon may not be used. The message is the sentence for the customer, as HTML.
 */
public class CouponRefused extends RuntimeException {

	private final int number;

	private final String couponCode;

	/**
	 * Refuses a coupon.
	 * @param number the number of the refusal as WooCommerce counts them, 100 to 119
	 * @param couponCode the code
	 * @param message the sentence for the customer
	 */
	public CouponRefused(int number, String couponCode, String message) {
		super(message);
		this.number = number;
		this.couponCode = couponCode;
	}

	/**
	 * The number of the refusal.
	 * @return 100 to 119
	 */
	public int number() {
		return this.number;
	}

	/**
	 * The code that was refused.
	 * @return as it was given
	 */
	public String couponCode() {
		return this.couponCode;
	}

}

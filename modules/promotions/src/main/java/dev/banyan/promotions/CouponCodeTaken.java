package dev.banyan.promotions;

/**
 * Another published coupon has that code.
 */
public class CouponCodeTaken extends RuntimeException {

	/**
	 * Names the code.
	 * @param code the code
	 */
	public CouponCodeTaken(String code) {
		super("The code \"" + code + "\" is taken");
	}

}

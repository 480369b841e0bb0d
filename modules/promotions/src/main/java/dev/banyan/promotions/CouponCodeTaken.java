package dev.banyan.promotions;

/**
 * Another published coupon has that code.
 */
public class CouponCodeTaken extends RuntimeException {

	private final String code;

	/**
	 * Names the code.
	 * @param code the code
	 */
	public CouponCodeTaken(String code) {
		super("The code \"" + code + "\" is taken");
		this.code = code;
	}

	/**
	 * Tells which.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}

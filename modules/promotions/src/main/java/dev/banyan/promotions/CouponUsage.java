package dev.banyan.promotions;

/**
 * Counts the uses of coupons.
 */
public interface CouponUsage {

	/**
	 * Counts a use. Safe to repeat with the same key; an unknown code is ignored.
	 * @param key names this use, for example {@code order-1-summer}; at most 190
	 * characters
	 * @param code the coupon's code, in any case
	 * @param usedBy the customer's id or e-mail address; empty for nobody
	 */
	void record(String key, String code, String usedBy);

	/**
	 * Takes a counted use back. Safe to repeat; an unknown key is ignored. The same key
	 * may be recorded again afterwards.
	 * @param key what the use was counted with
	 */
	void withdraw(String key);

}

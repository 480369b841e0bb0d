package dev.banyan.promotions;

import dev.banyan.runtime.RepeatSafe;

/**
 * Applies coupons to a cart. Changes nothing and counts no use, so a call may be
 * repeated.
 */
public interface Discounts {

	/**
	 * Applies coupons one after the other, in the order of the request.
	 * @param request the cart and the codes
	 * @return the discount of each line by each coupon; never more than the line costs
	 * @throws CouponRefused if a code is unknown or its coupon may not be used
	 */
	@RepeatSafe
	DiscountResult apply(DiscountRequest request);

}

package dev.banyan.promotions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Calculated discounts.
 *
 * @param coupons the applied coupons, in the order of the request
 */
public record DiscountResult(List<AppliedCoupon> coupons) {

	/**
	 * An applied coupon.
	 *
	 * @param coupon the coupon
	 * @param lines its discount on each line by the caller's name for the line; without
	 * the lines that it does not touch
	 * @param total the sum of these
	 */
	public record AppliedCoupon(Coupon coupon, Map<String, BigDecimal> lines, BigDecimal total) {
	}

	/**
	 * The discount of a line.
	 * @param lineId the caller's name for it
	 * @return the discounts of all coupons together
	 */
	public BigDecimal of(String lineId) {
		return this.coupons.stream()
			.map((coupon) -> coupon.lines().getOrDefault(lineId, BigDecimal.ZERO))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * Whether one of the coupons grants free shipping.
	 * @return true if so
	 */
	public boolean freeShipping() {
		return this.coupons.stream().anyMatch((applied) -> applied.coupon().freeShipping());
	}

}

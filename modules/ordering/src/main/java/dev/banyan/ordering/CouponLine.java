package dev.banyan.ordering;

import java.math.BigDecimal;

/**
 * A coupon that an order uses, as it was then.
 *
 * @param id the line's id, unique over the lines of all kinds and orders
 * @param metaId the id under which its description is shown
 * @param couponId the coupon
 * @param code its code
 * @param discountType {@code percent}, {@code fixed_cart} or {@code fixed_product}
 * @param amount percent or money
 * @param freeShipping whether it grants free shipping
 * @param discount what it takes off, without taxes
 * @param discountTax the taxes on that
 */
public record CouponLine(long id, long metaId, long couponId, String code, String discountType, BigDecimal amount,
		boolean freeShipping, BigDecimal discount, BigDecimal discountTax) {
}

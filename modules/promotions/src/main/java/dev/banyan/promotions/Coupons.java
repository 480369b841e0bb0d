package dev.banyan.promotions;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The coupons of the shop.
 */
public interface Coupons {

	/**
	 * Finds a page of coupons.
	 * @param query which ones
	 * @return the coupons
	 */
	@RepeatSafe
	List<Coupon> find(CouponQuery query);

	/**
	 * Counts the coupons that a query finds on all pages.
	 * @param query which ones
	 * @return how many there are
	 */
	@RepeatSafe
	long count(CouponQuery query);

	/**
	 * Counts the published coupons.
	 * @return how many there are of each type; types without any are left out
	 */
	@RepeatSafe
	Map<DiscountType, Long> countByType();

	/**
	 * Finds a coupon, also in the trash.
	 * @param id the coupon
	 * @return the coupon, empty if there is none
	 */
	@RepeatSafe
	Optional<Coupon> find(long id);

	/**
	 * Finds the published coupon of a code.
	 * @param code the code, in any case
	 * @return the coupon, empty if there is none
	 */
	@RepeatSafe
	Optional<Coupon> ofCode(String code);

	/**
	 * Stores a coupon. A repeated call fails.
	 * @param coupon the coupon; its id and its uses are ignored
	 * @return the stored coupon
	 * @throws CouponCodeTaken if another published coupon has its code
	 */
	Coupon add(Coupon coupon);

	/**
	 * Replaces a coupon but for its uses. May be repeated.
	 * @param coupon the coupon
	 * @return the stored coupon, empty if there is none of that id
	 * @throws CouponCodeTaken if another published coupon has its code
	 */
	@RepeatSafe
	Optional<Coupon> replace(Coupon coupon);

	/**
	 * Removes a coupon for good. May be repeated.
	 * @param id the coupon
	 */
	@RepeatSafe
	void remove(long id);

}

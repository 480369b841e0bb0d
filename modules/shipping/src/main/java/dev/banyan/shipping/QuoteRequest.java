package dev.banyan.shipping;

import java.math.BigDecimal;
import java.util.List;

/**
 * A parcel and where it goes.
 *
 * @param continent the code of the continent, for example {@code NA}
 * @param country ISO 3166-1 alpha-2 code
 * @param state the code of the state, empty for none
 * @param postcode the postcode, empty for none
 * @param lines what is shipped
 * @param discount the discounts of all lines together, 0 or more
 * @param freeShippingCoupon whether a coupon grants free shipping
 * @param decimals the decimals of the currency
 */
public record QuoteRequest(String continent, String country, String state, String postcode, List<Line> lines,
		BigDecimal discount, boolean freeShippingCoupon, int decimals) {

	/**
	 * A line to ship.
	 *
	 * @param quantity how many pieces
	 * @param cost what they cost without discount
	 * @param shippingClassId their shipping class; 0 for none
	 */
	public record Line(int quantity, BigDecimal cost, long shippingClassId) {
	}

}

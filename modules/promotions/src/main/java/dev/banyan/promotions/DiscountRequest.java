package dev.banyan.promotions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A cart and the coupons to apply.
 *
 * @param codes the codes, in any case
 * @param lines the cart
 * @param decimals the decimals of the currency, 0 to 6
 * @param sequential whether a coupon starts from the price that the one before left; else
 * all start from the full price
 * @param customerId who buys; 0 for a guest
 * @param emails the e-mail addresses of the buyer, for restrictions and limits
 * @param alreadyApplied codes, in any case, that this order uses already: their limits
 * are not checked again
 */
public record DiscountRequest(List<String> codes, List<Line> lines, int decimals, boolean sequential, long customerId,
		List<String> emails, Set<String> alreadyApplied) {

	/**
	 * A line of the cart.
	 *
	 * @param id the caller's name for it, unique in a request
	 * @param productId the product; 0 if it is unknown
	 * @param variationId the variation; 0 for none
	 * @param categoryIds the categories of the product, with all those above them
	 * @param onSale whether the product is on sale
	 * @param quantity how many pieces, 0 or more
	 * @param amount what all pieces cost without discounts, 0 or more
	 */
	public record Line(String id, long productId, long variationId, Set<Long> categoryIds, boolean onSale, int quantity,
			BigDecimal amount) {
	}

}

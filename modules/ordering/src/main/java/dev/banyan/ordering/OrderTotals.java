package dev.banyan.ordering;

import java.math.BigDecimal;

/**
 * The sums of an order, in its currency, rounded to the shop's decimals.
 *
 * @param discount what is taken off the goods, without taxes
 * @param discountTax the taxes on that
 * @param shipping what is charged for shipping, without taxes
 * @param shippingTax the taxes on that
 * @param cartTax the taxes on goods and fees
 * @param total what is to be paid, taxes included
 */
public record OrderTotals(BigDecimal discount, BigDecimal discountTax, BigDecimal shipping, BigDecimal shippingTax,
		BigDecimal cartTax, BigDecimal total) {

	/** Nothing to pay. */
	public static final OrderTotals NONE = new OrderTotals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
			BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

	/**
	 * All taxes.
	 * @return those on goods, fees and shipping
	 */
	public BigDecimal tax() {
		return this.cartTax.add(this.shippingTax);
	}

}

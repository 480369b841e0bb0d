package dev.banyan.taxes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.banyan.runtime.RepeatSafe;

/**
 * Calculates taxes with the rates of the shop. Changes nothing, so a call may be
 * repeated.
 */
public interface TaxCalculation {

	/**
	 * Taxes amounts. Of each priority the one most specific rate applies: country before
	 * state before postcode before city, then the rate's order. A line without a rate has
	 * no taxes.
	 * @param request the amounts and where they are taxed
	 * @return the taxes of each line and of each rate
	 */
	@RepeatSafe
	TaxResult calculate(TaxRequest request);

	/**
	 * Describes rates, for taxes that were given and not calculated.
	 * @param rateIds the rates
	 * @return those that exist
	 */
	@RepeatSafe
	Map<Long, TaxResult.AppliedRate> rates(List<Long> rateIds);

	/**
	 * The sum of amounts as the shop rounds taxes.
	 * @param amounts taxes, not rounded
	 * @param decimals the decimals of the shop's currency
	 * @param pricesIncludeTax whether a half is rounded down
	 * @param roundAtSubtotal whether only the sum is rounded
	 * @return the rounded sum
	 */
	static BigDecimal sum(List<BigDecimal> amounts, int decimals, boolean pricesIncludeTax, boolean roundAtSubtotal) {
		java.math.RoundingMode half = pricesIncludeTax ? java.math.RoundingMode.HALF_DOWN
				: java.math.RoundingMode.HALF_UP;
		return amounts.stream()
			.map((amount) -> roundAtSubtotal ? amount : amount.setScale(decimals, half))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.setScale(decimals, half);
	}

}

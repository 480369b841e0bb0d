package dev.banyan.taxes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Calculated taxes.
 *
 * @param lines each taxed line by the caller's name for it
 * @param totals what each rate brings, in the order in which rates apply
 */
public record TaxResult(Map<String, TaxedLine> lines, List<RateTotal> totals) {

	/**
	 * The taxes of a line.
	 *
	 * @param net the amount without taxes, not rounded
	 * @param taxes the tax of each rate by its id, rounded to six decimals; empty if none
	 * applies
	 * @param total the sum of the taxes, rounded as the shop rounds a line
	 */
	public record TaxedLine(BigDecimal net, Map<Long, BigDecimal> taxes, BigDecimal total) {
	}

	/**
	 * What a rate brings.
	 *
	 * @param rate the rate
	 * @param goods the tax on products and fees, rounded
	 * @param shipping the tax on shipping, rounded
	 */
	public record RateTotal(AppliedRate rate, BigDecimal goods, BigDecimal shipping) {
	}

	/**
	 * A rate that applies.
	 *
	 * @param id the rate
	 * @param code for example {@code US-CA-CA TAX-1}
	 * @param label the name that customers see
	 * @param percent the rate in percent
	 * @param compound whether it is calculated on top of the others
	 */
	public record AppliedRate(long id, String code, String label, BigDecimal percent, boolean compound) {
	}

}

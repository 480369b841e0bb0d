package dev.banyan.ordering;

import java.math.BigDecimal;

/**
 * What one tax rate takes of an order, with the rate as it was then.
 *
 * @param id the line's id, unique over the lines of all kinds and orders
 * @param rateId the rate
 * @param rateCode for example {@code US-CA-CA TAX-1}
 * @param label what customers read
 * @param compound whether it is calculated on top of the others
 * @param percent the rate in percent
 * @param goods the tax on goods and fees
 * @param shipping the tax on shipping
 */
public record TaxLine(long id, long rateId, String rateCode, String label, boolean compound, BigDecimal percent,
		BigDecimal goods, BigDecimal shipping) {
}

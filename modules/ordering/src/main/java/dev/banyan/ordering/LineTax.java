package dev.banyan.ordering;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What one tax rate takes of a line.
 *
 * @param rateId the rate
 * @param total the tax after discounts, up to six decimals
 * @param subtotal the tax before discounts, up to six decimals; null where nothing is
 * discounted: shipping and fees
 */
public record LineTax(long rateId, BigDecimal total, @Nullable BigDecimal subtotal) {
}

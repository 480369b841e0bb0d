package dev.banyan.taxes;

import java.util.List;

/**
 * Amounts to be taxed at one address.
 *
 * @param address where they are taxed
 * @param lines the amounts; only taxable ones
 * @param decimals the decimals of the shop's currency, 0 to 6
 * @param pricesIncludeTax whether the shop enters prices with tax: a half cent is then
 * rounded down, else up
 * @param roundAtSubtotal whether taxes are rounded in the sum only, not line by line
 */
public record TaxRequest(TaxAddress address, List<TaxableLine> lines, int decimals, boolean pricesIncludeTax,
		boolean roundAtSubtotal) {
}

package dev.banyan.settings;

/**
 * The settings that calculations and amounts depend on.
 *
 * @param currency ISO 4217 code
 * @param currencyPosition {@code left}, {@code right}, {@code left_space} or
 * {@code right_space}
 * @param thousandSeparator between thousands
 * @param decimalSeparator before the decimals
 * @param decimals how many decimals an amount has, 0 or more
 * @param pricesIncludeTax whether prices are entered with tax
 * @param calcTaxes whether taxes are calculated
 * @param taxBasedOn {@code shipping}, {@code billing} or {@code base}
 * @param roundTaxAtSubtotal whether tax is rounded for the subtotal, not for each line
 * @param shippingTaxClass {@code inherit}, a slug, or empty for the standard class
 * @param couponsEnabled whether coupons may be used
 * @param discountsSequentially whether a coupon applies to what an earlier one left
 * @param baseCountry ISO 3166 code of the shop's country
 * @param baseState code of the shop's state; empty if it has none
 * @param basePostcode the shop's postcode
 * @param baseCity the shop's city
 * @param manageStock whether the shop counts stock
 * @param weightUnit {@code kg}, {@code g}, {@code lbs} or {@code oz}
 * @param dimensionUnit {@code m}, {@code cm}, {@code mm}, {@code in} or {@code yd}
 */
public record ShopSettings(String currency, String currencyPosition, String thousandSeparator, String decimalSeparator,
		int decimals, boolean pricesIncludeTax, boolean calcTaxes, String taxBasedOn, boolean roundTaxAtSubtotal,
		String shippingTaxClass, boolean couponsEnabled, boolean discountsSequentially, String baseCountry,
		String baseState, String basePostcode, String baseCity, boolean manageStock, String weightUnit,
		String dimensionUnit) {
}

package dev.banyan.ordering;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something sold.
 *
 * @param id the line's id, unique over the lines of all kinds and orders
 * @param name what was sold, as it was called then
 * @param productId the product; 0 if it was unknown
 * @param variationId the variation; 0 for none
 * @param quantity how many, may be 0
 * @param taxClass the slug of its tax class
 * @param subtotal the price of all before discounts
 * @param total the price of all after discounts
 * @param taxStatus whether it is taxed: {@code taxable}, {@code shipping} or {@code none}
 * @param subtotalTax the taxes before discounts, rounded
 * @param totalTax the taxes after discounts, rounded
 * @param taxes the tax of each rate
 * @param shipped whether someone has to send it
 * @param stockTaken how many were taken out of stock for it
 * @param restocked how many of those came back with refunds
 * @param meta what is noted at it
 */
public record LineItem(long id, String name, long productId, long variationId, int quantity, String taxClass,
		String taxStatus, BigDecimal subtotal, BigDecimal total, BigDecimal subtotalTax, BigDecimal totalTax,
		List<LineTax> taxes, boolean shipped, int stockTaken, int restocked, List<MetaEntry> meta) {

	/**
	 * The item that inventory and catalog know.
	 * @return the variation, or the product if there is none
	 */
	public long itemId() {
		return (this.variationId != 0) ? this.variationId : this.productId;
	}

}

package dev.banyan.ordering;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is paid back for a line of an order. Amounts are positive.
 *
 * @param id the line's id, unique over the lines of all kinds and orders
 * @param metaId the id under which the refunded line is shown
 * @param lineId the order's line
 * @param kind what the line is
 * @param name what it is called
 * @param productId the product; 0 for none
 * @param variationId the variation; 0 for none
 * @param methodId the shipping method; empty for none
 * @param instanceId the method's instance in its zone; empty for none
 * @param taxClass the slug of its tax class
 * @param taxStatus whether it is taxed
 * @param quantity how many pieces come back, 0 or more
 * @param total how much is paid back, without taxes
 * @param totalTax the taxes on that
 * @param taxes the tax of each rate
 */
public record RefundLine(long id, long metaId, long lineId, Kind kind, String name, long productId, long variationId,
		String methodId, String instanceId, String taxClass, String taxStatus, int quantity, BigDecimal total,
		BigDecimal totalTax, List<LineTax> taxes) {

	/** What a line is. */
	public enum Kind {

		/** Something sold. */
		GOODS,
		/** Shipping. */
		SHIPPING,
		/** A fee. */
		FEE

	}

	/**
	 * The item that inventory and catalog know.
	 * @return the variation, or the product if there is none
	 */
	public long itemId() {
		return (this.variationId != 0) ? this.variationId : this.productId;
	}

}

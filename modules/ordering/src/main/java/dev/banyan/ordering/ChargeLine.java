package dev.banyan.ordering;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something charged beside the goods.
 *
 * @param id the line's id
 * @param kind what is charged
 * @param name what it is called
 * @param methodId the shipping method; empty for a fee
 * @param instanceId the method's instance in its zone; empty for none
 * @param taxClass the slug of its tax class
 * @param taxStatus whether it is taxed: {@code taxable} or {@code none}
 * @param total what is charged; negative for a fee that lowers the total
 * @param totalTax the taxes on it, rounded
 * @param taxes the tax of each rate
 * @param meta what is noted at it
 */
public record ChargeLine(long id, Kind kind, String name, String methodId, String instanceId, String taxClass,
		String taxStatus, BigDecimal total, BigDecimal totalTax, List<LineTax> taxes, List<MetaEntry> meta) {

	/**
	 * What is charged.
	 */
	public enum Kind {

		/** Shipping. */
		SHIPPING,
		/** A fee. */
		FEE

	}

}

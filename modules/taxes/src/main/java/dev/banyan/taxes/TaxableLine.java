package dev.banyan.taxes;

import java.math.BigDecimal;

/**
 * An amount to be taxed.
 *
 * @param id the caller's name for it, unique in a request
 * @param kind what the amount is for
 * @param taxClass the slug of its tax class; {@code standard} or empty for the standard
 * one; {@code inherit} takes the class of the request's products (shipping only)
 * @param amount the amount in the shop's currency, of all pieces; may be negative
 * @param includesTax whether the amount contains its taxes
 */
public record TaxableLine(String id, Kind kind, String taxClass, BigDecimal amount, boolean includesTax) {

	/** What an amount is for. */
	public enum Kind {

		/** Goods. */
		PRODUCT,
		/** Shipping: only rates that apply to shipping. */
		SHIPPING,
		/** A fee. */
		FEE

	}

	/**
	 * An amount without taxes.
	 * @param id the caller's name for it
	 * @param kind what the amount is for
	 * @param taxClass the slug of its tax class
	 * @param amount the amount
	 * @return the line
	 */
	public static TaxableLine net(String id, Kind kind, String taxClass, BigDecimal amount) {
		return new TaxableLine(id, kind, taxClass, amount, false);
	}

}

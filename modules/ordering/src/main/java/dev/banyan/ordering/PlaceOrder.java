package dev.banyan.ordering;

import java.util.List;
import java.util.Map;

/**
 * An order that a customer places.
 *
 * @param key names the order, at most 190 characters: however often it is placed under
 * one key, it is one order
 * @param lines what is bought, at least one line
 * @param customerId the customer; 0 for a guest
 * @param billing the billing address by field
 * @param shipping the shipping address by field
 * @param coupons the codes of coupons
 * @param gateway the payment gateway's id
 * @param paymentToken what the customer pays with; empty for none. It is never stored
 * @param note what the customer wrote
 */
public record PlaceOrder(String key, List<Line> lines, long customerId, Map<String, String> billing,
		Map<String, String> shipping, List<String> coupons, String gateway, String paymentToken, String note) {

	/**
	 * A line.
	 *
	 * @param itemId the product or variation
	 * @param quantity how many, 1 or more
	 */
	public record Line(long itemId, int quantity) {
	}

	@Override
	public String toString() {
		return "PlaceOrder[" + this.key + ", " + this.lines + "]";
	}

}

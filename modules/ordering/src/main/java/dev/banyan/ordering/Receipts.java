package dev.banyan.ordering;

import java.time.LocalDate;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * Receipts of orders, which whoever knows their token may read for some days.
 */
public interface Receipts {

	/**
	 * A receipt.
	 *
	 * @param token what is needed to read it: 38 hexadecimal digits
	 * @param orderId the order
	 * @param expiresOn the first day, in UTC, on which it cannot be read any more
	 */
	record Receipt(String token, long orderId, LocalDate expiresOn) {
	}

	/**
	 * Issues a receipt, or finds the one that was issued before and is still valid.
	 * @param orderId the order
	 * @param expiresOn when a new one is to expire
	 * @param another whether to issue a new one in any case
	 * @return the receipt
	 * @throws UnknownOrder if there is no such order
	 */
	Receipt issue(long orderId, LocalDate expiresOn, boolean another);

	/**
	 * Finds the valid receipt of an order.
	 * @param orderId the order
	 * @return the receipt, empty if there is none
	 */
	@RepeatSafe
	Optional<Receipt> ofOrder(long orderId);

	/**
	 * Finds a valid receipt.
	 * @param token its token
	 * @return the receipt, empty if there is none
	 */
	@RepeatSafe
	Optional<Receipt> find(String token);

}

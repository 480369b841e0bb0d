package dev.banyan.ordering;

import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * Pays money back for orders.
 */
public interface Refunds {

	/**
	 * Makes a refund: puts the pieces back into stock, lets the gateway pay, and notes it
	 * at the order, which becomes refunded if nothing is left. Either all of that or
	 * nothing, also over a crash. A repeated call makes another refund.
	 * @param draft the refund
	 * @return the refund
	 * @throws UnknownOrder if there is no such order
	 * @throws RefundRefused if it cannot be made
	 */
	Refund make(RefundDraft draft);

	/**
	 * Lists refunds.
	 * @param query which
	 * @return a page of them
	 */
	@RepeatSafe
	RefundPage list(RefundQuery query);

	/**
	 * Reads a refund.
	 * @param refundId the refund
	 * @return the refund, empty if there is none
	 */
	@RepeatSafe
	Optional<Refund> find(long refundId);

	/**
	 * Forgets a refund: its amount may be refunded again. No money and no stock moves.
	 * Safe to repeat.
	 * @param refundId the refund
	 */
	@RepeatSafe
	void remove(long refundId);

}

package dev.banyan.ordering;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The back office's entrance to orders: checks no stock, and takes it when an order
 * becomes processing, on-hold or completed, below zero if need be. An order is accepted
 * with its stock taken or not at all: if inventory cannot be reached, its own exception
 * is thrown and nothing remains.
 */
public interface Orders {

	/**
	 * Enters an order. Not safe to repeat.
	 * @param draft the order
	 * @return the order as it is stored
	 * @throws UnknownLine if a line to change is named
	 * @throws UnknownCustomer if its customer does not exist
	 * @throws CouponNotApplicable if it may not use a coupon
	 */
	Order enter(OrderDraft draft);

	/**
	 * Changes an order. Safe to repeat as far as the draft is.
	 * @param id the order
	 * @param draft the change
	 * @return the order as it is stored
	 * @throws UnknownOrder if there is none
	 * @throws UnknownLine if a line to change is not the order's
	 * @throws UnknownCustomer if its customer does not exist
	 * @throws CouponNotApplicable if it may not use a coupon
	 * @throws OrderBusy if another change of it does not come to an end
	 */
	Order change(long id, OrderDraft draft);

	/**
	 * Dates an order, for one that was placed elsewhere: by telephone, or in a shop
	 * before this one. When it was paid and completed moves along. Safe to repeat.
	 * @param id the order
	 * @param createdAt when it was placed; not in the future
	 * @return the order as it is stored
	 * @throws UnknownOrder if there is none
	 * @throws IllegalArgumentException if that is in the future
	 * @throws OrderBusy if a change of it does not come to an end
	 */
	Order date(long id, Instant createdAt);

	/**
	 * Reads an order.
	 * @param id the order
	 * @return the order; empty if there is none
	 */
	@RepeatSafe
	Optional<Order> find(long id);

	/**
	 * Lists orders.
	 * @param query which
	 * @return a page of them
	 */
	@RepeatSafe
	OrderPage list(OrderQuery query);

	/**
	 * Counts orders.
	 * @return how many there are in each status; statuses without any are left out
	 */
	@RepeatSafe
	Map<OrderStatus, Long> countByStatus();

	/**
	 * Deletes an order for good. Its stock stays taken, its coupons become free again.
	 * Safe to repeat.
	 * @param id the order
	 * @throws OrderBusy if a change of it does not come to an end
	 */
	@RepeatSafe
	void delete(long id);

}

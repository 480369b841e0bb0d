package dev.banyan.ordering;

import java.util.List;

/**
 * An order cannot be accepted, or not be cancelled. Nothing was taken and nothing paid.
 */
public class OrderRefused extends RuntimeException {

	private final Reason reason;

	private final List<Long> itemIds;

	/** Why an order cannot be accepted. */
	public enum Reason {

		/** An item does not exist, or is not for sale. */
		UNKNOWN_ITEM,
		/** The customer does not exist. */
		UNKNOWN_CUSTOMER,
		/** A coupon may not be used. */
		COUPON,
		/** Less is left than was asked for. */
		OUT_OF_STOCK,
		/** The payment gateway does not exist. */
		UNKNOWN_GATEWAY,
		/** The payment was refused. */
		PAYMENT_DECLINED,
		/** It is too late to cancel. */
		NOT_CANCELLABLE

	}

	/**
	 * Tells why.
	 * @param reason why
	 * @param message for people
	 * @param itemIds the items that it is about
	 */
	public OrderRefused(Reason reason, String message, List<Long> itemIds) {
		super(message);
		this.reason = reason;
		this.itemIds = List.copyOf(itemIds);
	}

	/**
	 * Tells why.
	 * @return why
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * The items that it is about.
	 * @return their ids, empty if it is about none
	 */
	public List<Long> itemIds() {
		return this.itemIds;
	}

}

package dev.banyan.webhooks;

/**
 * How far a delivery has come.
 */
public enum DeliveryState {

	/** To be tried, again or for the first time. */
	PENDING,
	/** The receiver has accepted it. */
	DELIVERED,
	/** Given up after the last attempt. */
	GIVEN_UP

}

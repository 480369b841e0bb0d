package dev.banyan.payments;

import java.math.BigDecimal;

/**
 * A payment.
 *
 * @param key the caller's name for it
 * @param gateway the gateway's id
 * @param amount what was asked for
 * @param currency ISO 4217
 * @param state where it stands
 * @param transactionId the provider's id of it; empty if it has none
 */
public record Payment(String key, String gateway, BigDecimal amount, String currency, State state,
		String transactionId) {

	/** Where a payment stands. */
	public enum State {

		/** The provider is being asked. */
		STARTED,
		/** The money is set aside. */
		AUTHORISED,
		/** The money is ours. */
		CAPTURED,
		/** To be paid outside of the shop: by transfer, cheque or cash. */
		AWAITED,
		/** The provider refused. */
		DECLINED,
		/** Given up; money set aside is free again, captured money paid back. */
		VOIDED

	}

}

package dev.banyan.payments;

import java.math.BigDecimal;

/**
 * Money to pay back.
 *
 * @param key names the refund, at most 190 characters; the same key never pays twice
 * @param gateway the id of the gateway through which it was paid
 * @param transactionId the provider's id of the payment; empty if it has none
 * @param amount how much, more than 0
 * @param currency ISO 4217
 * @param reason why, for the customer
 */
public record RefundRequest(String key, String gateway, String transactionId, BigDecimal amount, String currency,
		String reason) {
}

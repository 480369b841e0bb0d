package dev.banyan.payments;

import java.math.BigDecimal;

/**
 * Money that is asked for.
 *
 * @param key names the payment, at most 190 characters; the same key never takes money
 * twice
 * @param gateway the gateway's id
 * @param amount how much, 0 or more
 * @param currency ISO 4217
 * @param token what the provider gave the customer to pay with; empty for none. It is
 * neither stored nor logged
 */
public record PaymentRequest(String key, String gateway, BigDecimal amount, String currency, String token) {

	@Override
	public String toString() {
		return "PaymentRequest[" + this.key + ", " + this.gateway + ", " + this.amount + " " + this.currency + "]";
	}

}

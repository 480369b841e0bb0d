package dev.banyan.payments;

import java.util.Optional;

/**
 * Takes money and pays it back. Every call is named by a key and safe to repeat with it.
 */
public interface Payments {

	/**
	 * Sets money aside, or notes that it is awaited where the gateway is none of a
	 * provider's.
	 * @param request what is asked for
	 * @return the payment
	 * @throws UnknownGateway if there is no such gateway
	 * @throws PaymentDeclined if the provider refuses, or the payment was voided before
	 */
	Payment authorise(PaymentRequest request);

	/**
	 * Takes the money that was set aside. Does nothing for an awaited payment.
	 * @param key the payment
	 * @return the payment; empty if there is none
	 * @throws PaymentDeclined if it was declined or voided
	 */
	Optional<Payment> capture(String key);

	/**
	 * Gives a payment up, in whatever state it is. An unknown one cannot be authorised
	 * any more afterwards.
	 * @param key the payment
	 */
	void cancel(String key);

	/**
	 * Pays money back.
	 * @param request what is paid back
	 * @throws UnknownGateway if there is no such gateway
	 * @throws RefundNotSupported if the gateway cannot
	 * @throws PaymentDeclined if the provider refuses
	 */
	void refund(RefundRequest request);

	/**
	 * Finds a payment.
	 * @param key its name
	 * @return the payment, empty if there is none
	 */
	Optional<Payment> find(String key);

}

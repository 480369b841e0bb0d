package dev.banyan.payments;

import java.util.Set;

/**
 * A payment gateway's other side. One class that implements it, as a bean, is all that a
 * new gateway takes. A provider is asked with the same key again after a crash, and must
 * not take or pay money twice for it.
 */
public interface PaymentProvider {

	/**
	 * The gateway before anybody has set it up.
	 * @return its description, with the settings that it has
	 */
	PaymentGateway gateway();

	/**
	 * Whether the shop's staff sets it up; else it is there for tests only.
	 * @return true unless overridden
	 */
	default boolean listed() {
		return true;
	}

	/**
	 * Whether it takes money itself; else the money is awaited from outside.
	 * @return whether {@link #authorise} may be called
	 */
	default boolean online() {
		return gateway().supports().contains("refunds");
	}

	/**
	 * Sets money aside.
	 * @param request what is asked for
	 * @return the provider's id of the payment
	 * @throws PaymentDeclined if it refuses
	 */
	default String authorise(PaymentRequest request) {
		throw new UnsupportedOperationException(gateway().id());
	}

	/**
	 * Takes the money that was set aside.
	 * @param payment the payment
	 */
	default void capture(Payment payment) {
	}

	/**
	 * Frees money that was set aside, or pays captured money back.
	 * @param payment the payment
	 */
	default void cancel(Payment payment) {
	}

	/**
	 * Pays money back.
	 * @param request what is paid back
	 * @throws PaymentDeclined if it refuses
	 */
	default void refund(RefundRequest request) {
		throw new RefundNotSupported(gateway().id());
	}

	/**
	 * A gateway that takes no money itself.
	 * @param id its id
	 * @param title what customers read
	 * @param description what customers read beside it
	 * @param methodDescription what the shop's staff reads
	 * @param settings its settings
	 * @return the gateway, not enabled
	 */
	static PaymentGateway offline(String id, String title, String description, String methodDescription,
			java.util.List<GatewaySetting> settings) {
		return new PaymentGateway(id, title, description, null, false, title, methodDescription, Set.of("products"),
				settings);
	}

}

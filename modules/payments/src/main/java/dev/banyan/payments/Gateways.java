package dev.banyan.payments;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The payment gateways of the shop.
 */
public interface Gateways {

	/**
	 * All gateways that the shop's staff can set up.
	 * @return the gateways, in a fixed order
	 */
	@RepeatSafe
	List<PaymentGateway> all();

	/**
	 * Finds a gateway.
	 * @param id its id
	 * @return the gateway, empty if there is none
	 */
	@RepeatSafe
	Optional<PaymentGateway> find(String id);

	/**
	 * Changes a gateway. Safe to repeat.
	 * @param id its id
	 * @param change the change
	 * @return the gateway, empty if there is none
	 */
	@RepeatSafe
	Optional<PaymentGateway> change(String id, GatewayChange change);

}

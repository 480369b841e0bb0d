package dev.banyan.legacy.shipping;

import java.util.List;
import java.util.Optional;

/**
 * A kind of shipping method as the API describes it.
 *
 * @param id its name in requests
 * @param title its name for people
 * @param description what it does
 */
record MethodType(String id, String title, String description) {

	static final List<MethodType> ALL = List.of(
			new MethodType("flat_rate", "Flat rate", "Lets you charge a fixed rate for shipping."),
			new MethodType("free_shipping", "Free shipping",
					"Free shipping is a special method which can be triggered with coupons and minimum spends."),
			new MethodType("local_pickup", "Local pickup",
					"Allow customers to pick up orders themselves. By default, when using local pickup store base "
							+ "taxes will apply regardless of customer address."),
			new MethodType("pickup_location", "Local pickup",
					"Allow customers to choose a local pickup location during checkout."));

	static Optional<MethodType> of(String id) {
		return ALL.stream().filter((type) -> type.id().equals(id)).findFirst();
	}

	/** Whether a zone can offer it. */
	boolean inZones() {
		return !this.id.equals("pickup_location");
	}

}

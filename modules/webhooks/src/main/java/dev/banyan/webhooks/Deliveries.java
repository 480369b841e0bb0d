package dev.banyan.webhooks;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The log of what was and is to be sent to webhooks.
 */
public interface Deliveries {

	/**
	 * The latest deliveries to a webhook.
	 * @param webhookId the webhook
	 * @param limit how many at most, 1 or more
	 * @return the newest first
	 */
	@RepeatSafe
	List<Delivery> latest(long webhookId, int limit);

	/**
	 * Sends a delivery once more, with all its attempts, under the same id. May be
	 * repeated.
	 * @param deliveryId the delivery
	 * @return the delivery, empty if there is none
	 */
	@RepeatSafe
	Optional<Delivery> replay(String deliveryId);

}

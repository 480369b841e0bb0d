package dev.banyan.webhooks;

import java.util.Map;
import java.util.Optional;

/**
 * How messages look; implemented by whoever shows the same resources to clients.
 */
public interface MessageFormat {

	/**
	 * What is told about a resource as it is now.
	 *
	 * @param contentType its media type
	 * @param text the body
	 */
	record Body(String contentType, String text) {
	}

	/**
	 * Renders what happened to a resource.
	 * @param resource {@code order}, {@code product}, {@code customer} or {@code coupon}
	 * @param event {@code created}, {@code updated}, {@code deleted} or {@code restored}
	 * @param id the resource
	 * @param parentId the product of a variation; 0 for all else
	 * @return the body, empty if the resource is gone and there is nothing to tell
	 */
	Optional<Body> body(String resource, String event, long id, long parentId);

	/**
	 * The first message to a webhook.
	 * @param webhookId the webhook
	 * @return the body
	 */
	Body ping(long webhookId);

	/**
	 * The headers of a delivery, its signature included.
	 * @param webhook the receiver
	 * @param delivery the message
	 * @return the headers by name
	 */
	Map<String, String> headers(Webhook webhook, Delivery delivery);

}

package dev.banyan.webhooks;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook.
 *
 * @param id identifies it, the same at every attempt; 32 hexadecimal digits
 * @param webhookId the webhook
 * @param topic what it tells, such as {@code order.created}; {@code ping} for the first
 * message to a webhook
 * @param contentType the media type of the body
 * @param body what is posted
 * @param state how far it has come
 * @param attempts how often it was tried
 * @param createdAt when it was queued
 * @param nextAttemptAt when it is tried next; meaningless unless it is pending
 * @param lastStatus the HTTP status of the last answer; null if there was none
 * @param lastError why the last attempt failed; null if it did not
 */
public record Delivery(String id, long webhookId, String topic, String contentType, String body, DeliveryState state,
		int attempts, Instant createdAt, Instant nextAttemptAt, @Nullable Integer lastStatus,
		@Nullable String lastError) {

	/**
	 * The delivery while it is tried once more.
	 * @param until when the attempt counts as failed if nothing is heard of it
	 * @return the delivery with one attempt more
	 */
	public Delivery attempted(Instant until) {
		return new Delivery(this.id, this.webhookId, this.topic, this.contentType, this.body, this.state,
				this.attempts + 1, this.createdAt, until, this.lastStatus, this.lastError);
	}

}

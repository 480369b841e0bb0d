package dev.banyan.webhooks;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Someone who wants to be told.
 *
 * @param id the webhook; 0 for one that is new
 * @param name what its owner calls it
 * @param status whether it is served
 * @param topic a resource and an event, such as {@code order.created}
 * @param deliveryUrl where deliveries are posted to, http or https
 * @param secret what deliveries are signed with
 * @param createdAt when it was added; ignored on writing
 * @param modifiedAt when it was changed last, null for never; ignored on writing
 */
public record Webhook(long id, String name, WebhookStatus status, String topic, String deliveryUrl, String secret,
		Instant createdAt, @Nullable Instant modifiedAt) {
}

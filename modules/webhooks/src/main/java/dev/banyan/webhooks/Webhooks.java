package dev.banyan.webhooks;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The webhooks of the shop.
 */
public interface Webhooks {

	/**
	 * Finds a page of webhooks.
	 * @param query which ones
	 * @return the webhooks
	 */
	@RepeatSafe
	List<Webhook> find(WebhookQuery query);

	/**
	 * Counts the webhooks that a query finds on all pages.
	 * @param query which ones
	 * @return how many there are
	 */
	@RepeatSafe
	long count(WebhookQuery query);

	/**
	 * Finds a webhook.
	 * @param id the webhook
	 * @return the webhook, empty if there is none
	 */
	@RepeatSafe
	Optional<Webhook> find(long id);

	/**
	 * Adds a webhook; one that is active is sent a ping. Not safe to repeat.
	 * @param webhook the webhook; its id is ignored
	 * @return the stored webhook
	 */
	Webhook add(Webhook webhook);

	/**
	 * Replaces a webhook. One that becomes active again starts without failures. May be
	 * repeated.
	 * @param webhook the webhook
	 * @return the stored webhook, empty if there is none of that id
	 */
	@RepeatSafe
	Optional<Webhook> replace(Webhook webhook);

	/**
	 * Removes a webhook and its deliveries. May be repeated.
	 * @param id the webhook
	 */
	@RepeatSafe
	void remove(long id);

}

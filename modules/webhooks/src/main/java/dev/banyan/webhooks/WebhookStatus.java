package dev.banyan.webhooks;

/**
 * Whether a webhook is served.
 */
public enum WebhookStatus {

	/** It is told of new events. */
	ACTIVE,
	/** Its owner wants a pause: nothing is queued or sent. */
	PAUSED,
	/**
	 * Switched off, by its owner or after too many failures: nothing is queued or sent.
	 */
	DISABLED

}

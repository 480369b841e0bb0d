package dev.banyan.webhooks;

import dev.banyan.runtime.Unavailable;

/**
 * Webhooks could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key.
 */
public class WebhooksUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public WebhooksUnavailable(Throwable cause) {
		super("Webhooks is not available", cause);
	}

}

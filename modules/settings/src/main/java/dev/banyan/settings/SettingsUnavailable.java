package dev.banyan.settings;

import dev.banyan.runtime.Unavailable;

/**
 * Settings could not be reached, or did not answer in time. The call may have run: repeat
 * it only with the same key.
 */
public class SettingsUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public SettingsUnavailable(Throwable cause) {
		super("Settings is not available", cause);
	}

}

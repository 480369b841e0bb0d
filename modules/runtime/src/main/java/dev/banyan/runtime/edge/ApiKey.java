package dev.banyan.runtime.edge;

import dev.banyan.runtime.caller.Permissions;

/**
 * A consumer key that the gateway knows.
 *
 * @param id its stable id, safe to log
 * @param secret the shared secret; never to be logged
 * @param permissions what it may do
 */
public record ApiKey(String id, String secret, Permissions permissions) {

	@Override
	public String toString() {
		return "ApiKey[" + this.id + ", " + this.permissions + "]";
	}

}

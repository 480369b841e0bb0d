package dev.banyan.runtime.edge;

import java.time.Instant;

/**
 * Remembers which nonces were used, for as long as their timestamps are accepted.
 */
@FunctionalInterface
public interface NonceStore {

	/**
	 * Uses a nonce.
	 * @param consumerKey the key that it was used with
	 * @param nonce the nonce
	 * @param timestamp when the client says that it signed
	 * @return true the first time, false whenever it is repeated
	 */
	boolean firstUse(String consumerKey, String nonce, Instant timestamp);

}

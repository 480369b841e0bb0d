package dev.banyan.runtime.edge;

import java.util.Optional;

/**
 * The consumer keys that the gateway keeps.
 */
@FunctionalInterface
public interface ApiKeys {

	/**
	 * Finds a key that is not revoked.
	 * @param consumerKey the key as a client sends it
	 * @return the key; empty if it is unknown or revoked
	 */
	Optional<ApiKey> find(String consumerKey);

}

package dev.banyan.gateway.keys;

import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.banyan.runtime.edge.NonceStore;

import org.springframework.stereotype.Component;

/**
 * Nonces that this gateway has seen, for as long as a timestamp can be valid.
 */
@Component
class RecentNonces implements NonceStore {

	private final Cache<String, Boolean> seen = Caffeine.newBuilder()
		.maximumSize(1_000_000)
		.expireAfterWrite(Duration.ofMinutes(31))
		.build();

	@Override
	public boolean firstUse(String consumerKey, String nonce, Instant timestamp) {
		return this.seen.asMap().putIfAbsent(consumerKey + " " + nonce, Boolean.TRUE) == null;
	}

}

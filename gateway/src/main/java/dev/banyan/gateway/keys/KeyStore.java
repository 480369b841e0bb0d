package dev.banyan.gateway.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.banyan.runtime.caller.Permissions;
import dev.banyan.runtime.edge.ApiKey;
import dev.banyan.runtime.edge.ApiKeys;

import org.springframework.stereotype.Component;

/**
 * The keys as the gateway looks them up: from its store, remembered for a minute.
 */
@Component
class KeyStore implements ApiKeys {

	private final ConsumerKeys keys;

	private final Clock clock;

	private final Cache<String, ApiKey> known = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	KeyStore(ConsumerKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	@Override
	public Optional<ApiKey> find(String consumerKey) {
		ApiKey key = this.known.getIfPresent(consumerKey);
		if (key != null) {
			return Optional.of(key);
		}
		Optional<ApiKey> stored = this.keys.findById(hash(consumerKey)).map(ConsumerKey::toApiKey);
		stored.ifPresent((found) -> this.known.put(consumerKey, found));
		return stored;
	}

	void add(String consumerKey, String secret, Permissions permissions) {
		String hash = hash(consumerKey);
		this.keys.deleteById(hash);
		this.keys.save(new ConsumerKey(hash, consumerKey.substring(Math.max(0, consumerKey.length() - 7)), secret,
				permissions, this.clock.instant()));
		this.known.invalidate(consumerKey);
	}

	boolean revoke(String consumerKey) {
		boolean known = this.keys.existsById(hash(consumerKey));
		this.keys.deleteById(hash(consumerKey));
		this.known.invalidateAll();
		return known;
	}

	List<ConsumerKey> all() {
		return this.keys.findAllByOrderByCreatedAt();
	}

	private static String hash(String consumerKey) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(consumerKey.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package dev.banyan.gateway.keys;

import java.time.Instant;

import dev.banyan.runtime.caller.Permissions;
import dev.banyan.runtime.edge.ApiKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.springframework.data.domain.Persistable;

/**
 * A consumer key. The key itself is kept as a hash only; the secret is kept as it is,
 * because OAuth 1.0a signatures can be checked in no other way.
 */
@Entity
@Table(schema = "gateway", name = "consumer_key")
class ConsumerKey implements Persistable<String> {

	@Id
	private String keyHash;

	private String keyEnding;

	private String secret;

	@Enumerated(EnumType.STRING)
	private Permissions permissions;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected ConsumerKey() {
	}

	ConsumerKey(String keyHash, String keyEnding, String secret, Permissions permissions, Instant createdAt) {
		this.keyHash = keyHash;
		this.keyEnding = keyEnding;
		this.secret = secret;
		this.permissions = permissions;
		this.createdAt = createdAt;
	}

	ApiKey toApiKey() {
		return new ApiKey(this.keyHash.substring(0, 16), this.secret, this.permissions);
	}

	String ending() {
		return this.keyEnding;
	}

	Permissions permissions() {
		return this.permissions;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Override
	public String getId() {
		return this.keyHash;
	}

	@Override
	public boolean isNew() {
		return true;
	}

}

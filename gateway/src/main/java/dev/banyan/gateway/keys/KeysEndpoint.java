package dev.banyan.gateway.keys;

import java.util.List;
import java.util.Map;

import dev.banyan.runtime.caller.Permissions;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Lists, adds and revokes consumer keys. Secrets are never shown again.
 */
@Component
@Endpoint(id = "keys")
class KeysEndpoint {

	private final KeyStore keys;

	KeysEndpoint(KeyStore keys) {
		this.keys = keys;
	}

	@ReadOperation
	List<Map<String, String>> list() {
		return this.keys.all()
			.stream()
			.map((key) -> Map.of("key", "..." + key.ending(), "permissions", key.permissions().name().toLowerCase(),
					"created", key.createdAt().toString()))
			.toList();
	}

	@WriteOperation
	Map<String, String> add(String key, String secret, String permissions) {
		this.keys.add(key, secret, Permissions.valueOf(permissions.toUpperCase()));
		return Map.of("key", key, "permissions", permissions);
	}

	@DeleteOperation
	Map<String, Boolean> revoke(@Selector String key) {
		return Map.of("revoked", this.keys.revoke(key));
	}

}

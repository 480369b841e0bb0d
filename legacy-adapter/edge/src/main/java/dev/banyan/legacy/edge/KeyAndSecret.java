package dev.banyan.legacy.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Refusal;
import dev.banyan.runtime.edge.ApiKey;
import dev.banyan.runtime.edge.ApiKeys;
import dev.banyan.runtime.edge.EdgeRequest;
import dev.banyan.runtime.edge.Identification;
import org.jspecify.annotations.Nullable;

/**
 * Key and secret as they are, in the query string or by Basic authentication; only over a
 * secure listener.
 */
class KeyAndSecret implements Identification {

	static final Refusal WRONG_SECRET = new Refusal(401, "woocommerce_rest_authentication_error",
			"Consumer secret is invalid.");

	private final ApiKeys keys;

	KeyAndSecret(ApiKeys keys) {
		this.keys = keys;
	}

	private record Credentials(String key, String secret) {
	}

	@Override
	public Caller identify(EdgeRequest request) {
		Query query = Query.parse(request.query());
		Optional<Credentials> credentials = query.value("consumer_key")
			.flatMap((key) -> query.value("consumer_secret").map((secret) -> new Credentials(key, secret)))
			.or(() -> basic(request.authorization()));
		if (credentials.isEmpty()) {
			return Caller.anonymous(request.publicUrl());
		}
		Optional<ApiKey> key = this.keys.find(credentials.get().key());
		if (key.isEmpty()) {
			return Caller.anonymous(request.publicUrl());
		}
		if (!same(key.get().secret(), credentials.get().secret())) {
			return Caller.refused(WRONG_SECRET, request.publicUrl());
		}
		return Caller.key(key.get().id(), key.get().permissions(), request.publicUrl());
	}

	private static Optional<Credentials> basic(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
			return Optional.empty();
		}
		try {
			String text = new String(Base64.getDecoder().decode(authorization.substring(6).strip()),
					StandardCharsets.UTF_8);
			int colon = text.indexOf(':');
			return (colon > 0) ? Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static boolean same(String expected, String given) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

}

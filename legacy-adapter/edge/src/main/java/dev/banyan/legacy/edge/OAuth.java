package dev.banyan.legacy.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Refusal;
import dev.banyan.runtime.edge.ApiKey;
import dev.banyan.runtime.edge.ApiKeys;
import dev.banyan.runtime.edge.EdgeRequest;
import dev.banyan.runtime.edge.Identification;
import dev.banyan.runtime.edge.NonceStore;

/**
 * One-legged OAuth 1.0a (RFC 5849) with HMAC-SHA1 or HMAC-SHA256, in the query string or
 * the Authorization header: the one way to identify over a plain listener. The signature
 * covers the listener's public URL.
 */
class OAuth implements Identification {

	private static final Duration TIMESTAMP_WINDOW = Duration.ofMinutes(15);

	private static final List<String> REQUIRED = List.of("oauth_consumer_key", "oauth_timestamp", "oauth_nonce",
			"oauth_signature", "oauth_signature_method");

	private final ApiKeys keys;

	private final NonceStore nonces;

	private final Clock clock;

	OAuth(ApiKeys keys, NonceStore nonces, Clock clock) {
		this.keys = keys;
		this.nonces = nonces;
		this.clock = clock;
	}

	@Override
	public Caller identify(EdgeRequest request) {
		List<Query.Pair> pairs = new ArrayList<>(Query.parse(request.query()).pairs());
		pairs.addAll(header(request));
		Query parameters = new Query(pairs);
		List<String> missing = REQUIRED.stream().filter((name) -> parameters.value(name).isEmpty()).toList();
		if (missing.size() == REQUIRED.size()) {
			return Caller.anonymous(request.publicUrl());
		}
		if (!missing.isEmpty()) {
			return refused(request, "woocommerce_rest_authentication_missing_parameter",
					"Missing OAuth parameter" + ((missing.size() == 1) ? " " : "s ") + String.join(", ", missing));
		}
		return verify(request, parameters);
	}

	private Caller verify(EdgeRequest request, Query parameters) {
		String consumerKey = parameters.value("oauth_consumer_key").orElseThrow();
		Optional<ApiKey> key = this.keys.find(consumerKey);
		if (key.isEmpty()) {
			return refused(request, "Consumer key is invalid.");
		}
		Optional<String> algorithm = algorithm(parameters.value("oauth_signature_method").orElseThrow());
		if (algorithm.isEmpty()) {
			return refused(request, "Invalid signature - signature method is invalid.");
		}
		String signature = sign(algorithm.get(), key.get().secret(), baseString(request, parameters));
		if (!KeyAndSecret.same(signature, parameters.value("oauth_signature").orElseThrow())) {
			return refused(request, "Invalid signature - provided signature does not match.");
		}
		Optional<Instant> timestamp = timestamp(parameters.value("oauth_timestamp").orElseThrow());
		if (timestamp.isEmpty()) {
			return refused(request, "Invalid timestamp.");
		}
		if (!this.nonces.firstUse(consumerKey, parameters.value("oauth_nonce").orElseThrow(), timestamp.get())) {
			return refused(request, "Invalid nonce - nonce has already been used.");
		}
		return Caller.key(key.get().id(), key.get().permissions(), request.publicUrl());
	}

	private static List<Query.Pair> header(EdgeRequest request) {
		String authorization = request.authorization();
		List<Query.Pair> pairs = new ArrayList<>();
		if (authorization != null && authorization.regionMatches(true, 0, "OAuth ", 0, 6)) {
			for (String pair : authorization.substring(6).split(",")) {
				int equals = pair.indexOf('=');
				if (equals > 0) {
					String value = pair.substring(equals + 1).strip();
					String unquoted = value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
							? value.substring(1, value.length() - 1) : value;
					pairs.add(new Query.Pair(pair.substring(0, equals).strip(),
							Query.decode(unquoted.replace("+", "%2B"))));
				}
			}
		}
		return pairs;
	}

	private static String baseString(EdgeRequest request, Query parameters) {
		String normalized = once(parameters.pairs()).stream()
			.filter((pair) -> !pair.name().equals("oauth_signature") && !pair.name().equals("realm"))
			.map((pair) -> new Query.Pair(encode(pair.name()), encode(pair.value())))
			.sorted(Comparator.comparing(Query.Pair::name).thenComparing(Query.Pair::value))
			.map((pair) -> pair.name() + "=" + pair.value())
			.collect(Collectors.joining("&"));
		return request.method() + "&" + encode(request.publicUrl() + request.path()) + "&" + encode(normalized);
	}

	/**
	 * As PHP reads a query: of a name that is given twice, the last one counts. The
	 * official JavaScript client repeats its whole query.
	 */
	private static Collection<Query.Pair> once(List<Query.Pair> pairs) {
		Map<Object, Query.Pair> once = new LinkedHashMap<>();
		pairs.forEach((pair) -> once.put(pair.name().endsWith("[]") ? new Object() : pair.name(), pair));
		return once.values();
	}

	private static Optional<String> algorithm(String method) {
		return switch (method) {
			case "HMAC-SHA1" -> Optional.of("HmacSHA1");
			case "HMAC-SHA256" -> Optional.of("HmacSHA256");
			default -> Optional.empty();
		};
	}

	private static String sign(String algorithm, String secret, String text) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec((encode(secret) + "&").getBytes(StandardCharsets.UTF_8), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(algorithm + " is not available", ex);
		}
	}

	private Optional<Instant> timestamp(String text) {
		try {
			Instant timestamp = Instant.ofEpochSecond(Long.parseLong(text));
			return (Duration.between(timestamp, this.clock.instant()).abs().compareTo(TIMESTAMP_WINDOW) <= 0)
					? Optional.of(timestamp) : Optional.empty();
		}
		catch (NumberFormatException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

	private static Caller refused(EdgeRequest request, String message) {
		return refused(request, "woocommerce_rest_authentication_error", message);
	}

	private static Caller refused(EdgeRequest request, String code, String message) {
		return Caller.refused(new Refusal(401, code, message), request.publicUrl());
	}

}

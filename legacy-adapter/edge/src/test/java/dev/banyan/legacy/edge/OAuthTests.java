package dev.banyan.legacy.edge;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import dev.banyan.runtime.edge.ApiKey;
import dev.banyan.runtime.edge.EdgeRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The signatures were made with Python's hmac, as the recording client makes them.
 */
class OAuthTests {

	private static final String SHA256 = "_fields=id&oauth_consumer_key=ck_1&oauth_nonce=abc&oauth_signature_method=HMAC-SHA256"
			+ "&oauth_timestamp=1760000000&per_page=1&oauth_signature=zA987qajhHMSyoPoC7BNOWcWUTIIuG2AU3GEGN0qde8%3D";

	private static final String SHA1 = "_fields=id&oauth_consumer_key=ck_1&oauth_nonce=abc&oauth_signature_method=HMAC-SHA1"
			+ "&oauth_timestamp=1760000000&per_page=1&oauth_signature=IX4qp2IIcGNCUV1tWhguC5SynwE%3D";

	private static final String HEADER = "OAuth oauth_consumer_key=\"ck_1\", oauth_nonce=\"abc\", oauth_signature_method=\"HMAC-SHA256\","
			+ " oauth_timestamp=\"1760000000\", oauth_signature=\"zA987qajhHMSyoPoC7BNOWcWUTIIuG2AU3GEGN0qde8%3D\"";

	private static final String SIGNED_BRACKETS = "include%5B%5D=3&include%5B%5D=10&search=a%20b%2Bc~&oauth_consumer_key=ck_1&oauth_nonce=abc"
			+ "&oauth_signature_method=HMAC-SHA256&oauth_timestamp=1760000000&oauth_signature=oGYqlEsCXXh1tnbmzwFpFcPKdNKohiHrUCtlbtLYKL0%3D";

	private final Set<String> used = new HashSet<>();

	@Test
	void acceptsBothAlgorithmsInTheQuery() {
		assertThat(identify(SHA256, null).kind()).isEqualTo(Caller.Kind.KEY);
		this.used.clear();
		assertThat(identify(SHA1, null).permissions()).isEqualTo(Permissions.READ_WRITE);
	}

	@Test
	void acceptsTheAuthorizationHeader() {
		assertThat(identify("_fields=id&per_page=1", HEADER).consumer()).isEqualTo("one");
	}

	@Test
	void signsRepeatedAndEncodedParameters() {
		assertThat(identify(SIGNED_BRACKETS, null).kind()).isEqualTo(Caller.Kind.KEY);
	}

	@Test
	void countsARepeatedParameterOnceAsTheOfficialClientSendsIt() {
		assertThat(identify(SHA256 + "&_fields=id&per_page=1", null).kind()).isEqualTo(Caller.Kind.KEY);
	}

	@Test
	void refusesAnotherPublicUrl() {
		Caller caller = identify(SHA256, null, "http://elsewhere.example", 1760000000);
		assertThat(message(caller)).isEqualTo("Invalid signature - provided signature does not match.");
	}

	@Test
	void refusesAChangedParameter() {
		assertThat(message(identify(SHA256.replace("per_page=1", "per_page=2"), null)))
			.isEqualTo("Invalid signature - provided signature does not match.");
	}

	@Test
	void refusesTimestampsOutsideFifteenMinutes() {
		assertThat(identify(SHA256, null, "http://shop.example", 1760000000 + 900).kind()).isEqualTo(Caller.Kind.KEY);
		assertThat(message(identify(SHA256, null, "http://shop.example", 1760000000 + 901)))
			.isEqualTo("Invalid timestamp.");
		assertThat(message(identify(SHA256, null, "http://shop.example", 1760000000 - 901)))
			.isEqualTo("Invalid timestamp.");
	}

	@Test
	void refusesASecondUseOfANonce() {
		assertThat(identify(SHA256, null).kind()).isEqualTo(Caller.Kind.KEY);
		assertThat(message(identify(SHA256, null))).isEqualTo("Invalid nonce - nonce has already been used.");
	}

	@Test
	void namesAMissingParameter() {
		Caller caller = identify(SHA256.replace("oauth_nonce=abc&", ""), null);
		assertThat(caller.refusal()).isNotNull().satisfies((refusal) -> {
			assertThat(refusal.code()).isEqualTo("woocommerce_rest_authentication_missing_parameter");
			assertThat(refusal.message()).isEqualTo("Missing OAuth parameter oauth_nonce");
		});
	}

	@Test
	void treatsARequestWithoutOAuthAsAnonymous() {
		assertThat(identify("per_page=1&consumer_key=ck_1&consumer_secret=cs_1", "Basic Y2tfMTpjc18x").kind())
			.isEqualTo(Caller.Kind.ANONYMOUS);
	}

	private Caller identify(String query, String authorization) {
		return identify(query, authorization, "http://shop.example", 1760000000);
	}

	private Caller identify(String query, String authorization, String publicUrl, long now) {
		OAuth oauth = new OAuth(
				(key) -> key.equals("ck_1") ? Optional.of(new ApiKey("one", "cs_1", Permissions.READ_WRITE))
						: Optional.empty(),
				(key, nonce, timestamp) -> this.used.add(key + nonce),
				Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC));
		return oauth.identify(
				new EdgeRequest("GET", "/wp-json/wc/v3/products", query, authorization, false, URI.create(publicUrl)));
	}

	private static String message(Caller caller) {
		assertThat(caller.refusal()).isNotNull();
		return caller.refusal().message();
	}

}

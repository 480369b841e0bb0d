package dev.banyan.legacy.edge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import dev.banyan.runtime.edge.ApiKey;
import dev.banyan.runtime.edge.EdgeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyAndSecretTests {

	private final KeyAndSecret identification = new KeyAndSecret(
			(key) -> key.equals("ck_1") ? Optional.of(new ApiKey("one", "cs_1", Permissions.READ)) : Optional.empty());

	@Test
	void acceptsBasic() {
		assertThat(identify(null, basic("ck_1:cs_1")))
			.isEqualTo(Caller.key("one", Permissions.READ, URI.create("http://x")));
	}

	@Test
	void acceptsTheQueryAndPrefersIt() {
		assertThat(identify("consumer_key=ck_1&consumer_secret=cs_1", basic("ck_1:wrong")).kind())
			.isEqualTo(Caller.Kind.KEY);
	}

	@Test
	void refusesAWrongSecret() {
		for (Caller caller : new Caller[] { identify(null, basic("ck_1:cs_2")),
				identify("consumer_key=ck_1&consumer_secret=cs_2", null) }) {
			assertThat(caller.refusal()).isNotNull()
				.satisfies((refusal) -> assertThat(refusal.message()).isEqualTo("Consumer secret is invalid."));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic !!!notbase64", "Bearer abc.def.ghi", "Basic", "Basic Og==", "Basic Y2tfMg==",
			"Basic Y2tfMjpjc18x" })
	void treatsWhatItCannotReadAndUnknownKeysAsAnonymous(String authorization) {
		assertThat(identify(null, authorization).kind()).isEqualTo(Caller.Kind.ANONYMOUS);
	}

	private Caller identify(String query, String authorization) {
		return this.identification.identify(
				new EdgeRequest("GET", "/wp-json/wc/v3/products", query, authorization, true, URI.create("http://x")));
	}

	private static String basic(String pair) {
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

}

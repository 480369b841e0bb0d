package dev.banyan.legacy.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonBodyTests {

	private final JsonBody json = new JsonBody();

	@Test
	void readsObjectsAndCountsTheItemsOfLists() {
		assertThat(read("{\"a\":[1,\"\\u00e9\"]}")).isEqualTo(Map.of("a", List.of(1, "é")));
		assertThat(read("[\"x\"]")).isEqualTo(Map.of("0", "x"));
		assertThat(read("null")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1", "{'a':1}", "{\"a\":1,}", "\uFEFF{}", "{\"a\":1e400}", "{\"a\":1e999999999}" })
	void refusesWhatIsNoJsonAndNumbersThatNobodyCanKeep(String body) {
		assertThat(refusal(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(4);
	}

	@Test
	void refusesNumbersOfThousandsOfDigits() {
		assertThat(refusal(("[" + "9".repeat(900) + "]").getBytes(StandardCharsets.UTF_8))).isEqualTo(4);
		assertThat(refusal(("[" + "9".repeat(9000) + "]").getBytes(StandardCharsets.UTF_8))).isEqualTo(4);
	}

	@Test
	void refusesDeepNestingAndBrokenCharacters() {
		assertThat(refusal("[".repeat(513).getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
		assertThat(refusal("[\"é\"]".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(5);
		assertThat(refusal("[\"\\ud800\"]".getBytes(StandardCharsets.UTF_8))).isEqualTo(10);
	}

	private Map<String, Object> read(String body) {
		return Map.copyOf(this.json.parameters(body.getBytes(StandardCharsets.UTF_8)));
	}

	private int refusal(byte[] body) {
		int[] code = new int[1];
		assertThatExceptionOfType(RestError.class).isThrownBy(() -> this.json.parameters(body)).satisfies((refused) -> {
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.body()).containsEntry("code", "rest_invalid_json");
			assertThat(refused.body().get("data")).isInstanceOfSatisfying(Map.class,
					(data) -> code[0] = (int) data.get("json_error_code"));
		});
		return code[0];
	}

}

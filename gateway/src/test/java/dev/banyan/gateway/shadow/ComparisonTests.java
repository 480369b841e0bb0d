package dev.banyan.gateway.shadow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.banyan.gateway.proxy.Witness.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	private static final String ORDER = """
			{"id":7,"total":"5.00","date_created":"2025-01-01T10:00:00","note":null,"meta":{},"tags":[1,2,3],
			"lines":[{"sku":"a","qty":1},{"sku":"b","qty":2}]}""";

	@Test
	void findsNothingInEqualAnswersHoweverTheyAreWritten() {
		assertThat(Comparison.of(seen(ORDER), seen(ORDER.replace("\n", " ").replace(":7", ": 7")))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"id":7                | "id":8                  | $.id           | VALUE
			"id":7                | "id":"7"                | $.id           | TYPE
			"5.00"                | "5"                     | $.total        | VALUE
			"5.00"                | 5.00                    | $.total        | TYPE
			T10:00:00             | T09:00:00               | $.date_created | VALUE
			"note":null,          |                         | $.note         | MISSING
			"note":null           | "note":""               | $.note         | TYPE
			"note":null           | "note":null,"more":1    | $.more         | ADDED
			"meta":{}             | "meta":[]               | $.meta         | TYPE
			[1,2,3]               | [3,2,1]                 | $.tags[]       | ORDER
			[1,2,3]               | [1,2]                   | $.tags[]       | LENGTH
			"qty":2               | "qty":3                 | $.lines[].qty  | VALUE
			""")
	void namesPlaceAndKind(String was, String is, String place, Difference.Kind kind) {
		assertThat(ORDER).contains(was);
		List<Difference> differences = Comparison.of(seen(ORDER), seen(ORDER.replace(was, (is != null) ? is : "")));
		assertThat(differences).singleElement().satisfies((difference) -> {
			assertThat(difference.place()).isEqualTo(place);
			assertThat(difference.kind()).isEqualTo(kind);
		});
	}

	@Test
	void comparesStatusAndTheHeadersThatClientsRead() {
		Seen home = new Seen(200, Map.of("x-wp-total", List.of("3"), "date", List.of("now")), new byte[0]);
		assertThat(Comparison.of(home, new Seen(404, Map.of(), new byte[0]))).extracting(Difference::place)
			.containsExactly("status");
		assertThat(Comparison.of(home, new Seen(200, Map.of("x-wp-total", List.of("4")), new byte[0])))
			.extracting(Difference::place)
			.containsExactly("header x-wp-total");
	}

	@Test
	void comparesOtherBodiesByTheirBytes() {
		assertThat(Comparison.of(seen("<html>"), seen("<HTML>"))).extracting(Difference::kind)
			.containsExactly(Difference.Kind.BYTES);
	}

	private static Seen seen(String body) {
		return new Seen(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
	}

}

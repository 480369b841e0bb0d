package dev.banyan.catalog.internal.text;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugsTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			Premium Quality,           premium-quality
			Hoodies &amp; Sweatshirts, hoodies-sweatshirts
			Ship  Your - Idea!,        ship-your-idea
			Crème brûlée,              creme-brulee
			<b>Bold</b> claim,         bold-claim
			日本,                      %e6%97%a5%e6%9c%ac
			E-book,                    e-book
			""")
	void joinsWordsByHyphens(String name, String slug) {
		assertThat(Slugs.of(name)).isEqualTo(slug);
	}

	@Test
	void cutsLongNamesBetweenCharacters() {
		String slug = Slugs.of("日".repeat(100));
		assertThat(slug.length()).isLessThanOrEqualTo(190);
		assertThat(slug).matches("(%[0-9a-f]{2})+");
	}

	@Test
	void countsUpUntilASlugIsFree() {
		assertThat(Slugs.free("mug", Set.of("mug", "mug-2")::contains)).isEqualTo("mug-3");
	}

}

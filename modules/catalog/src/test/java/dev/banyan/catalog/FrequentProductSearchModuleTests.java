package dev.banyan.catalog;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Products whose words thousands of others have as well, so that pages are not found by
 * them.
 */
@Tag("database")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
		"banyan.catalog.words-interval=20ms", "spring.datasource.url=jdbc:h2:mem:search-frequent;DB_CLOSE_DELAY=-1" })
class FrequentProductSearchModuleTests extends ProductSearchSpecification {

	private static final int OTHERS = 2_000;

	private static final long FIRST = 1_000_000;

	@Override
	boolean areNew() {
		return false;
	}

	@Override
	void filled(JdbcTemplate jdbc) {
		jdbc.update("insert into catalog.product_word (word_id, place, row_id)"
				+ " select distinct word_id, place, ? from catalog.product_word", FIRST);
		for (int others = 1; others < OTHERS; others *= 2) {
			jdbc.update(
					"insert into catalog.product_word (word_id, place, row_id)"
							+ " select word_id, place, row_id + ? from catalog.product_word where row_id >= ?",
					others, FIRST);
		}
	}

}

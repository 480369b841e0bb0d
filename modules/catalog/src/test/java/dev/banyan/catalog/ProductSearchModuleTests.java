package dev.banyan.catalog;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Products whose words are written.
 */
@Tag("database")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
		"banyan.catalog.words-interval=20ms", "spring.datasource.url=jdbc:h2:mem:search-20ms;DB_CLOSE_DELAY=-1" })
class ProductSearchModuleTests extends ProductSearchSpecification {

	@Override
	boolean areNew() {
		return false;
	}

}

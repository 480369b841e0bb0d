package dev.banyan.catalog;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Products whose words are not written yet, as in the first seconds.
 */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = { "banyan.catalog.words-interval=1d",
		"spring.datasource.url=jdbc:h2:mem:search-1d;DB_CLOSE_DELAY=-1" })
class NewProductSearchModuleTests extends ProductSearchSpecification {

	@Override
	boolean areNew() {
		return true;
	}

}

package dev.banyan.legacy.shipping;

import java.util.Set;

import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.TermContent;
import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.Terms;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the face of shipping needs of other modules than its own: the shipping classes.
 */
class PactTests {

	@Test
	void catalog() {
		TermQuery all = new TermQuery(null, null, Set.of(), Set.of("pact-bulky"), null, null, false, TermQuery.Sort.ID,
				false, 0, 10);
		ConsumerPact.between("legacy-shipping", "catalog")
			.on("the shipping classes")
			.given("a shipping class", Terms.class,
					(terms) -> terms.add(Taxonomy.SHIPPING_CLASS,
							new TermContent("Bulky", "pact-bulky", 0, "", "", 0, 0)))
			.exactly("name")
			.asks(Terms.class, (terms) -> terms.find(Taxonomy.SHIPPING_CLASS, all),
					"{\"items\": [{\"id\": 3, \"name\": \"Bulky\"}]}",
					(found) -> assertThat(found.items().getFirst().name()).isEqualTo("Bulky"))
			.write();
	}

}

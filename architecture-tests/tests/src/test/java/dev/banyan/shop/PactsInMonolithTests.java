package dev.banyan.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.banyan.testing.pacts.KeptPacts;
import dev.banyan.testing.pacts.ProvidingProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * The monolith keeps the pacts with all modules.
 */
class PactsInMonolithTests {

	private static ProvidingProcess monolith;

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		monolith = ProvidingProcess.start("app", folder,
				List.of("catalog", "customers", "inventory", "ordering", "promotions"), List.of());
		monolith.verifies();
	}

	@AfterAll
	static void stop() {
		monolith.close();
	}

	private abstract static class InMonolith extends KeptPacts {

		@Override
		protected ProvidingProcess process() {
			return monolith;
		}

	}

	@Nested
	@Provider("catalog")
	@PactFolder("../../modules/catalog/pacts")
	class OfCatalog extends InMonolith {

	}

	@Nested
	@Provider("customers")
	@PactFolder("../../modules/customers/pacts")
	class OfCustomers extends InMonolith {

	}

	@Nested
	@Provider("inventory")
	@PactFolder("../../modules/inventory/pacts")
	class OfInventory extends InMonolith {

	}

	@Nested
	@Provider("ordering")
	@PactFolder("../../modules/ordering/pacts")
	class OfOrdering extends InMonolith {

	}

	@Nested
	@Provider("payments")
	@PactFolder("../../modules/payments/pacts")
	class OfPayments extends InMonolith {

	}

	@Nested
	@Provider("promotions")
	@PactFolder("../../modules/promotions/pacts")
	class OfPromotions extends InMonolith {

	}

	@Nested
	@Provider("settings")
	@PactFolder("../../modules/settings/pacts")
	class OfSettings extends InMonolith {

	}

	@Nested
	@Provider("shipping")
	@PactFolder("../../modules/shipping/pacts")
	class OfShipping extends InMonolith {

	}

	@Nested
	@Provider("taxes")
	@PactFolder("../../modules/taxes/pacts")
	class OfTaxes extends InMonolith {

	}

}

package dev.banyan.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service of inventory keeps every pact with inventory.
 */
@Provider("inventory")
@PactFolder("../../modules/inventory/pacts")
class PactsInInventoryServiceTests extends InventoryPacts {

	private static Home home;

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		home = Home.start("modules/inventory/service", "inventory-service", folder,
				List.of("--spring.datasource.url=jdbc:h2:mem:pacts"));
		VerificationResults.startAnew(home.build());
	}

	@AfterAll
	static void stop() {
		home.close();
	}

	@Override
	Home home() {
		return home;
	}

}

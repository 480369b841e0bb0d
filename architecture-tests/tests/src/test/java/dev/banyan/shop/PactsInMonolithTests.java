package dev.banyan.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The monolith keeps the pacts with the modules that it hosts.
 */
class PactsInMonolithTests {

	private static Database database;

	private static Home home;

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		database = Database.h2(folder);
		List<String> options = new ArrayList<>(database.options());
		// A delivered event is kept, so that it can be looked at.
		options.add("--banyan.events.removal-interval=1h");
		home = Home.start("app", "app", folder, options);
		VerificationResults.startAnew(home.build());
	}

	@AfterAll
	static void stop() {
		home.close();
		database.close();
	}

	@Nested
	@Provider("inventory")
	@PactFolder("../../modules/inventory/pacts")
	class OfInventory extends InventoryPacts {

		@Override
		Home home() {
			return home;
		}

	}

	/** What is compared is the event as the monolith keeps it for its listeners. */
	@Nested
	@Provider("ordering")
	@PactFolder("../../modules/ordering/pacts")
	class OfOrdering {

		@BeforeEach
		void asMessages(PactVerificationContext context) {
			context.setTarget(new MessageTestTarget(List.of(OfOrdering.class.getPackageName())));
		}

		@TestTemplate
		@ExtendWith(PactVerificationInvocationContextProvider.class)
		void keepsThePact(PactVerificationContext context) {
			context.verifyInteraction();
		}

		@PactVerifyProvider("an order that was placed")
		String orderPlaced() throws SQLException {
			home.post("/wp-json/wc/v3/orders", "none", "{\"status\":\"processing\"}");
			return published("dev.banyan.ordering.OrderPlaced");
		}

	}

	private static String published(String type) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url(), "sa", "");
				PreparedStatement query = connection
					.prepareStatement("select serialized_event from runtime.EVENT_PUBLICATION where event_type = ?")) {
			query.setString(1, type);
			try (ResultSet events = query.executeQuery()) {
				assertThat(events.next()).as(type + " was published").isTrue();
				return events.getString(1);
			}
		}
	}

}

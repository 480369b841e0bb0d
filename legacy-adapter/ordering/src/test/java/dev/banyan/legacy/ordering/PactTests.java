package dev.banyan.legacy.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.customers.Address;
import dev.banyan.customers.Customer;
import dev.banyan.customers.CustomerAccounts;
import dev.banyan.customers.Customers;
import dev.banyan.settings.ReferenceData;
import dev.banyan.settings.Settings;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ordering's face needs of other modules than its own.
 */
class PactTests {

	/** Stands for a number that the provider chooses. */
	private static final long CHOSEN = 4711;

	@Test
	void settings() {
		ConsumerPact.between("legacy-ordering", "settings")
			.on("how many decimals money has")
			.asks(Settings.class, Settings::current, "{\"currency\": \"USD\", \"decimals\": 2}",
					(shop) -> assertThat(shop.decimals()).isEqualTo(2))
			.on("the signs of currencies")
			.each()
			.asks(ReferenceData.class, ReferenceData::currencies, """
					[{"code": "AED", "name": "United Arab Emirates dirham", "symbol": "x"}]""",
					(currencies) -> assertThat(currencies.getFirst().symbol()).isEqualTo("x"))
			.write();
	}

	@Test
	void catalog() {
		ConsumerPact.between("legacy-ordering", "catalog")
			.on("what a line's item looks like")
			.given("a product", Products.class, (products) -> products.add(ProductContent.blank(ProductType.SIMPLE)),
					"product", CHOSEN)
			.asks(Assortment.class, (assortment) -> assortment.items(Set.of(CHOSEN)), """
					{"4711": {"id": 4711, "sku": "", "parentName": "", "imageId": 0, "imageUrl": "", "options": []}}""",
					(items) -> assertThat(items.get(CHOSEN).imageUrl()).isEmpty())
			.write();
	}

	@Test
	void customers() {
		String email = "face-buyer@example.com";
		Customer buyer = new Customer(0, email, email, "Ada", "Byron", "customer", Address.EMPTY, Address.EMPTY,
				Instant.EPOCH, null, false, List.of());
		ConsumerPact.between("legacy-ordering", "customers")
			.on("whether a customer is there")
			.given("a customer", Customers.class, (customers) -> customers.register(buyer, "secret"), "customer",
					CHOSEN)
			.exactly("email", "role")
			.asks(CustomerAccounts.class, (accounts) -> accounts.accounts(Set.of(CHOSEN)), """
					{"4711": {"id": 4711, "email": "face-buyer@example.com", "role": "customer"}}""",
					(accounts) -> assertThat(accounts.get(CHOSEN).email()).isEqualTo(email))
			.write();
	}

}
